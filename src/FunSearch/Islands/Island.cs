using FunSearch.Programs;
using FunSearch.Randomness;

namespace FunSearch.Islands;

/// <summary>One life of a population that evolves by itself, from its founding to its reset.</summary>
internal sealed class Island
{
    private const int LargestSurvey = 32;

    private readonly IslandOptions _options;
    private readonly Dictionary<Signature, Cluster> _bySignature = [];

    // By ascending score, and of equal score in the order of founding: the order in which chance meets them must not hang on hash codes.
    private readonly List<Cluster> _clusters = [];
    private double[] _scaledScores = [];

    public Island(IslandOptions options, ScoredProgram founder, int epoch)
    {
        _options = options;
        Epoch = epoch;
        Best = founder;
        Programs = 1;
        Found(founder);
    }

    /// <summary>Counts the lives from 0.</summary>
    public int Epoch { get; }

    /// <summary>The best program of this life; of equal scores the shortest, then the earliest.</summary>
    public ScoredProgram Best { get; private set; }

    /// <summary>Programs registered in this life, the founder included, whether or not their cluster still keeps them.</summary>
    public int Programs { get; private set; }

    /// <summary>Programs registered since the best score was found.</summary>
    public int Stagnation { get; private set; }

    /// <summary>Different behaviours found in this life.</summary>
    public int Clusters => _clusters.Count;

    /// <summary>The temperature of the next choice of clusters: falls from the initial one towards zero over a period, then starts again.</summary>
    public double Temperature
    {
        get
        {
            double period = _options.TemperaturePeriod;
            return _options.InitialTemperature * (1 - Programs % period / period);
        }
    }

    /// <summary>Adds a program to the cluster of its signature.</summary>
    /// <returns>False when that cluster holds an equal body.</returns>
    public bool TryRegister(ScoredProgram program)
    {
        if (!_bySignature.TryGetValue(program.Signature, out var cluster))
        {
            Found(program);
        }
        else if (!cluster.TryRegister(program))
        {
            return false;
        }

        Programs++;
        Stagnation = program.Score > Best.Score ? 0 : Stagnation + 1;
        Best = BestFirst.Of(Best, program);
        return true;
    }

    /// <summary>Programs of different clusters, worst first; fewer than a prompt asks for while there are fewer clusters.</summary>
    public IReadOnlyList<ScoredProgram> SampleParents(Random random)
    {
        // Where behaviours score alike, programs would grow for nothing.
        double longest = _clusters.Max(cluster => cluster.Length);
        double[] logits = [.. _clusters.Select((cluster, place) => _scaledScores[place] - (_options.Parsimony * cluster.Length / longest))];
        var parents = new List<ScoredProgram>();
        while (parents.Count < Math.Min(_options.ParentsPerPrompt, _clusters.Count))
        {
            var chosen = Softmax.Draw(Softmax.Chances(logits, Temperature), random);
            parents.Add(_clusters[chosen].Sample(random));
            logits[chosen] = double.NegativeInfinity;
        }

        parents.Sort((one, other) => BestFirst.Order.Compare(other, one));
        return parents;
    }

    /// <summary>Whether a score is nearer to the best than most behaviours are.</summary>
    public bool IsPromising(double score) => score >= _clusters[_clusters.Count / 2].Score;

    /// <summary>Behaviours at equal steps from the worst to the best, the best among them: enough to tell how they are spread, however many there are.</summary>
    public IReadOnlyList<Signature> Survey()
    {
        var steps = Math.Min(LargestSurvey, _clusters.Count);
        return [.. Enumerable.Range(1, steps).Select(step => _clusters[(step * _clusters.Count / steps) - 1].Signature)];
    }

    private void Found(ScoredProgram program)
    {
        var cluster = new Cluster(program, _options.ClusterCapacity);
        _bySignature.Add(program.Signature, cluster);
        _clusters.Insert(_clusters.FindLastIndex(other => other.Score <= cluster.Score) + 1, cluster);
        _scaledScores = ScaledScores.Of([.. _clusters.Select(other => other.Score)]);
    }
}
