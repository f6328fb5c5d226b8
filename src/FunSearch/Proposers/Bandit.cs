namespace FunSearch.Proposers;

/// <summary>What one trial took.</summary>
/// <param name="Price">US dollars.</param>
/// <param name="Seconds">Wall time.</param>
internal readonly record struct Toll(double Price, double Seconds)
{
    public static readonly Toll None;
}

/// <summary>How a <see cref="Bandit"/> remembers.</summary>
/// <param name="Fading">What is left of a trial's weight after another one.</param>
/// <param name="PriorTrials">Trials that every way begins with, as successful as all have been together: enough that one success does not decide.</param>
internal sealed record BanditMemory(double Fading, double PriorTrials)
{
    /// <summary>For ways of which several in a hundred trials are progress: half of what is known is from the last 350 trials.</summary>
    public static readonly BanditMemory Short = new(0.998, 8);

    /// <summary>For ways of which one in some hundred trials is progress: half of what is known is from the last 7 000 trials.</summary>
    public static readonly BanditMemory Long = new(0.9999, 200);
}

/// <summary>
/// Shares trials among several ways to propose: the more of a way's trials were progress, for their price and their time, the larger its
/// share. All begin with the shares of their weights, what is long ago fades, and none ever gets less than a tenth of an even share: what has
/// failed so far may be what helps next. The same reports lead to the same shares.
/// </summary>
/// <remarks>A softer kind of probability matching, since a search has no end at which regret could be counted. Not thread-safe.</remarks>
internal sealed class Bandit
{
    private const double LeastShare = 0.1;

    private readonly Dictionary<string, Arm> _arms;
    private readonly BanditMemory _memory;

    /// <summary>Ways that all begin equal.</summary>
    public Bandit(IEnumerable<string> names)
        : this(names.Select(name => (name, 1.0)), BanditMemory.Short)
    {
    }

    /// <param name="ways">With how often each is expected to help, beside the others.</param>
    public Bandit(IEnumerable<(string Name, double Weight)> ways, BanditMemory memory)
    {
        var weights = ways.ToList();
        var mean = weights.Average(way => way.Weight);
        _arms = weights.ToDictionary(way => way.Name, way => new Arm(way.Weight / mean, memory));
        _memory = memory;
    }

    /// <summary>The way that a chance falls on; null when none is open.</summary>
    /// <param name="chance">From 0 to 1, evenly.</param>
    /// <param name="isOpen">Which can be taken now.</param>
    public string? Choose(double chance, Func<string, bool> isOpen)
    {
        var open = Shares().Where(share => isOpen(share.Name)).ToList();
        var left = chance * open.Sum(share => share.Share);
        foreach (var (name, share) in open)
        {
            left -= share;
            if (left < 0)
            {
                return name;
            }
        }

        return open.Count > 0 ? open[^1].Name : null;
    }

    /// <summary>The shares of all; they add up to 1.</summary>
    public IReadOnlyList<(string Name, double Share)> Shares()
    {
        var trials = _arms.Values.Sum(arm => arm.Trials);
        var (price, seconds) = (_arms.Values.Sum(arm => arm.Price) / trials, _arms.Values.Sum(arm => arm.Seconds) / trials);
        var rate = (_arms.Values.Sum(arm => arm.Progress) + 1) / (trials + _memory.PriorTrials);
        var worths = _arms.Select(arm => (arm.Key, Worth: arm.Value.YieldBeside(rate) / arm.Value.CostBeside(price, seconds))).ToList();
        var sum = worths.Sum(each => each.Worth);
        var least = LeastShare / _arms.Count;
        return [.. worths.Select(each => (each.Key, least + ((1 - LeastShare) * each.Worth / sum)))];
    }

    /// <param name="isProgress">Whether the trial was progress.</param>
    public void Report(string name, bool isProgress, Toll toll)
    {
        foreach (var arm in _arms.Values)
        {
            arm.Fade();
        }

        _arms[name].Add(isProgress, toll);
    }

    /// <summary>One way, as its trials of late were.</summary>
    private sealed class Arm(double weight, BanditMemory memory)
    {
        public double Progress { get; private set; }

        public double Trials { get; private set; }

        public double Price { get; private set; }

        public double Seconds { get; private set; }

        /// <summary>Progress a trial, where all together have that rate.</summary>
        public double YieldBeside(double rate) => (Progress + (weight * rate * memory.PriorTrials)) / (Trials + memory.PriorTrials);

        /// <summary>What a trial takes beside one of the average price and time, half of it each; 1 where nothing is known or all is free.</summary>
        public double CostBeside(double price, double seconds) => (Beside(Price, price) + Beside(Seconds, seconds)) / 2;

        public void Fade()
        {
            Progress *= memory.Fading;
            Trials *= memory.Fading;
            Price *= memory.Fading;
            Seconds *= memory.Fading;
        }

        public void Add(bool isProgress, Toll toll)
        {
            Progress += isProgress ? 1 : 0;
            Trials++;
            Price += toll.Price;
            Seconds += toll.Seconds;
        }

        // One average trial is believed of everybody. And nothing is so cheap that it could do without progress, nor too dear for it.
        private double Beside(double sum, double average) => average > 0 ? Math.Clamp((sum + average) / ((Trials + 1) * average), 0.25, 4) : 1;
    }
}
