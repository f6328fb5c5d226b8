using FunSearch;

/// <summary>A workshop takes its jobs one by one: a machine that falls free begins the waiting job with the highest priority.
/// Late jobs cost their weight for every minute that they are late.</summary>
/// <remarks>This documentation, the records and the methods that run and score are shown to language models: say what an expert would say.</remarks>
public static partial class NewProblem
{
    /// <summary>All times in minutes from the start of the day.</summary>
    public sealed record Job(double Arrives, double Takes, double Due, double Weight);

    /// <summary>One input. Its name tells it apart in reports; what stands before a '/' is its group.</summary>
    public sealed record Day(string Name, int Machines, Job[] Jobs);

    /// <summary>A solution is an array of these: which job begins where, and when.</summary>
    public sealed record Start(int Job, int Machine, double At);

    /// <summary>What the search learns from. It must be the same every time: seed whatever is drawn.</summary>
    [Inputs("train")]
    public static IEnumerable<Day> Train() => Days(seed: 1, count: 12);

    /// <summary>Picks the best program: one that only knows the training days by heart is found out here.</summary>
    [Inputs("validation")]
    public static IEnumerable<Day> Validation() => Days(seed: 2, count: 12);

    /// <summary>Reported at the end; nothing is ever chosen by it.</summary>
    [Inputs("test")]
    public static IEnumerable<Day> Test() => Days(seed: 3, count: 12);

    /// <summary>Makes a solution for one input, and calls the evolved function on the way.</summary>
    [Run]
    public static Start[] Schedule(Day day)
    {
        var free = new double[day.Machines];
        var waiting = Enumerable.Range(0, day.Jobs.Length).ToList();
        var starts = new List<Start>();
        while (waiting.Count > 0)
        {
            var machine = Array.IndexOf(free, free.Min());
            var now = Math.Max(free[machine], waiting.Min(job => day.Jobs[job].Arrives));
            var next = waiting.Where(job => day.Jobs[job].Arrives <= now).MaxBy(job => PriorityAt(now, day.Jobs[job]));
            starts.Add(new Start(next, machine, now));
            free[machine] = now + day.Jobs[next].Takes;
            waiting.Remove(next);
        }

        return [.. starts];
    }

    /// <summary>The score of a solution: the cost of being late, less is better.</summary>
    [Score(Minimise = true)]
    public static double Lateness(Day day, Start[] starts) => starts.Sum(start =>
    {
        var job = day.Jobs[start.Job];
        return job.Weight * Math.Max(0, start.At + job.Takes - job.Due);
    });

    /// <summary>How much a waiting job wants to be the next one.</summary>
    /// <param name="takes">How long it takes, in minutes.</param>
    /// <param name="weight">What a minute of being late costs, 1 to 5.</param>
    /// <param name="slack">Minutes until it must begin in order to be on time; negative when it will be late.</param>
    /// <param name="waited">Minutes since it arrived.</param>
    [Evolve]
    public static double Priority(double takes, double weight, double slack, double waited) => waited;

    /// <summary>What people do today stands beside every result. Write your own rule here.</summary>
    [Baseline("Most urgent first")]
    public static double MostUrgent(double takes, double weight, double slack, double waited) => -slack;

    /// <summary>Any number of baselines: methods like the evolved one.</summary>
    [Baseline("Most weight a minute first")]
    public static double MostWeight(double takes, double weight, double slack, double waited) => weight / takes;

    private static double PriorityAt(double now, Job job) =>
        Priority(job.Takes, job.Weight, job.Due - job.Takes - now, now - job.Arrives);

    private static Day[] Days(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(number => new Day($"day {seed}.{number}", Machines: 2, Jobs(random)))];
    }

    // A working day of eight hours with somewhat more work than two machines can do.
    private static Job[] Jobs(Random random) =>
    [
        .. Enumerable.Range(0, 45).Select(_ =>
        {
            var (arrives, takes) = (Math.Round(random.NextDouble() * 480), Math.Round(5 + (random.NextDouble() * 40)));
            return new Job(arrives, takes, Due: Math.Round(arrives + takes + (random.NextDouble() * 120)), Weight: random.Next(1, 6));
        }),
    ];
}
