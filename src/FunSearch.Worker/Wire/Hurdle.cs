namespace FunSearch.Worker.Wire;

/// <summary>What a function must reach on the inputs that are run first, or it is not run on the rest.</summary>
/// <param name="Inputs">Of the split, counted from 0, in the order of running; the others follow as they stand. At least one, and not all.</param>
/// <param name="Minimise">True when less is better.</param>
internal abstract record Hurdle(IReadOnlyList<int> Inputs, bool Minimise)
{
    public static Hurdle Read(BinaryReader reader)
    {
        var (inputs, minimise) = (reader.ReadList(reader.ReadInt32), reader.ReadBoolean());
        return reader.ReadBoolean() ? new Race(inputs, reader.ReadList(reader.ReadDouble), minimise) : new Bar(inputs, reader.ReadDouble(), minimise);
    }

    /// <summary>All inputs of a split in the order of running.</summary>
    public IReadOnlyList<int> Order(int inputs) => [.. Inputs, .. Enumerable.Range(0, inputs).Except(Inputs)];

    /// <summary>Scores in the order of running, put into the inputs' own order.</summary>
    public IReadOnlyList<double> Restore(IReadOnlyList<double> scores)
    {
        var restored = new double[scores.Count];
        foreach (var (place, input) in Order(scores.Count).Index())
        {
            restored[input] = scores[place];
        }

        return restored;
    }

    /// <summary>True when a function is clearly out.</summary>
    /// <param name="scores">So far, in the order of running, in the user's own sign.</param>
    public abstract bool Stops(ReadOnlySpan<double> scores);

    /// <summary>What it fell short of, as the end of a sentence.</summary>
    public abstract string Why(ReadOnlySpan<double> scores);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Inputs, writer.Write);
        writer.Write(Minimise);
        writer.Write(this is Race);
        WriteRest(writer);
    }

    protected abstract void WriteRest(BinaryWriter writer);

    protected static double Mean(ReadOnlySpan<double> scores)
    {
        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += score;
        }

        return sum / scores.Length;
    }

    /// <summary>A mean over the first inputs.</summary>
    /// <param name="Least">Of their scores, in the user's own sign.</param>
    internal sealed record Bar(IReadOnlyList<int> Inputs, double Least, bool Minimise) : Hurdle(Inputs, Minimise)
    {
        public override bool Stops(ReadOnlySpan<double> scores) =>
            scores.Length == Inputs.Count && (Minimise ? Mean(scores) > Least : Mean(scores) < Least);

        public override string Why(ReadOnlySpan<double> scores) => $"their mean is {Mean(scores):0.####}, the bar was {Least:0.####}";

        protected override void WriteRest(BinaryWriter writer) => writer.Write(Least);
    }

    /// <summary>A race against another function, input by input: it is out as soon as it has been worse by more than chance explains.</summary>
    /// <param name="Rival">The other's scores on all inputs, in the inputs' own order and in the user's own sign.</param>
    /// <remarks>A paired t statistic over the inputs so far, as in the races of Birattari et al., GECCO 2002. It is looked at after every input, so that it strikes a little more
    /// often than one look would; who is only as good as the other is seldom struck, and who is better hardly ever.</remarks>
    internal sealed record Race(IReadOnlyList<int> Inputs, IReadOnlyList<double> Rival, bool Minimise) : Hurdle(Inputs, Minimise)
    {
        /// <summary>With fewer inputs nobody is out.</summary>
        private const int FewestInputs = 4;

        /// <summary>How many standard errors behind is out.</summary>
        private const double Clearly = 2;

        private readonly IReadOnlyList<int> _order = [.. Inputs, .. Enumerable.Range(0, Rival.Count).Except(Inputs)];

        public override bool Stops(ReadOnlySpan<double> scores)
        {
            if (scores.Length < FewestInputs || scores.Length >= Rival.Count)
            {
                return false;
            }

            var (sum, squares) = (0.0, 0.0);
            for (var place = 0; place < scores.Length; place++)
            {
                var ahead = Minimise ? Rival[_order[place]] - scores[place] : scores[place] - Rival[_order[place]];
                sum += ahead;
                squares += ahead * ahead;
            }

            var mean = sum / scores.Length;
            var variance = Math.Max(0, squares - (sum * mean)) / (scores.Length - 1);
            return mean < -Clearly * Math.Sqrt(variance / scores.Length);
        }

        public override string Why(ReadOnlySpan<double> scores)
        {
            var rival = new double[scores.Length];
            for (var place = 0; place < rival.Length; place++)
            {
                rival[place] = Rival[_order[place]];
            }

            return $"their mean is {Mean(scores):0.####}, that of the program with other numbers was {Mean(rival):0.####}";
        }

        protected override void WriteRest(BinaryWriter writer) => writer.Write(Rival, writer.Write);
    }
}
