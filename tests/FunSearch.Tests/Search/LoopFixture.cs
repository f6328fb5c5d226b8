using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Tests.Search;

/// <summary>A search whose programs are numbers: <c>{ return 7; }</c> scores 7 on one input and its digits on another. Quick, so that a
/// test can stop it after every single line of its journal.</summary>
internal sealed partial class LoopFixture
{
    public static readonly Specification Specification = new()
    {
        Problem = "numbers",
        Variant = "",
        Folder = "/",
        ClassName = "Numbers",
        Hash = "",
        Function = new EvolvedFunction("Number", "int", [], ""),
        FirstBody = new Body("{ return 1; }"),
        Minimise = false,
        Unverifiable = null,
        Splits = [Split.Train, Split.Validation],
        Baselines = [],
        Figures = [],
        Known = [],
        Variants = [],
        ReadsData = false,
        Summary = "",
        PromptContext = "",
        Constants = [],
        Nameable = [],
        Assembly = [],
        References = [],
    };

    public static SearchOptions Options(long seed = 1) =>
        new() { Seed = seed, Window = 8, Islands = new IslandOptions { Islands = 4, ResetPeriod = 40 } };

    public static int ValueOf(Body body) => int.Parse(Number().Match(body.Text).Value, CultureInfo.InvariantCulture);

    /// <summary>Adds to or takes from its best parent; now and then it finds nothing.</summary>
    public sealed class Adder : IProposer
    {
        public List<(Body? Body, OutcomeKind Kind)> Reports { get; } = [];

        public string Name => "adder";

        public bool IsDeterministic { get; init; } = true;

        /// <summary>Prompts after which it has nothing more to say.</summary>
        public long Prompts { get; init; } = long.MaxValue;

        public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (prompt.Number > Prompts)
            {
                yield break;
            }

            if (!IsDeterministic)
            {
                await Task.Yield();
            }

            var value = ValueOf(prompt.Parents[^1].Body) + prompt.Random.Next(-5, 8);
            yield return prompt.Random.Next(10) == 0
                ? new Proposal(null, "adder") { NoCode = "It thought of nothing." }
                : new Proposal(new Body($"{{ return {value}; }}"), "adder");
        }

        public void Report(Proposal proposal, Outcome outcome, bool isProgress) => Reports.Add((proposal.Body, outcome.Kind));
    }

    /// <summary>Scores at its leisure: later programs may well be ready before earlier ones.</summary>
    public sealed class Scorer(int slowness = 0) : IEvaluator
    {
        private int _evaluations;

        public int Evaluations => _evaluations;

        /// <summary>Values that score 1 000 000 when run, and do not when examined.</summary>
        public Func<int, bool> Lies { get; init; } = _ => false;

        /// <summary>Values that score on train, and whose solutions are found invalid on validation.</summary>
        public Func<int, bool> LiesOnValidation { get; init; } = _ => false;

        /// <summary>Values that are too slow when run.</summary>
        public Func<int, bool> IsSlow { get; init; } = _ => false;

        /// <summary>Values that are too much for the compiler's limit.</summary>
        public Func<int, bool> IsSlowToCompile { get; init; } = _ => false;

        /// <summary>What a value scores more on the first input than it should.</summary>
        public Func<int, double> Bonus { get; init; } = _ => 0;

        /// <summary>Cuts short whatever is not better than the best of its peers by more than 2, so that hardly an outcome does not hang on them.</summary>
        public bool CutsShort { get; init; }

        /// <summary>Values that score on train, and are too slow on validation.</summary>
        public Func<int, bool> IsSlowOnValidation { get; init; } = _ => false;

        public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs { get; } = new Dictionary<Split, IReadOnlyList<string>>
        {
            [Split.Train] = ["train[0]", "train[1]"],
            [Split.Validation] = ["validation[0]"],
        };

        public async Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken)
        {
            var evaluation = Interlocked.Increment(ref _evaluations);
            for (var yields = slowness * (evaluation * 7 % 5); yields > 0; yields--)
            {
                await Task.Yield();
            }

            var value = ValueOf(body);
            return value < 0 ? new Outcome.Failed(OutcomeKind.Crashed, "Below zero.")
                : IsSlow(value) ? new Outcome.Failed(OutcomeKind.TimedOut, "Input train[0] was still running after 2 s.")
                : IsSlowToCompile(value) ? new Outcome.Failed(OutcomeKind.DoesNotCompile, "The compiler was still working on it.", ByCircumstance: true)
                : CutsShort && rivals.Peers.Count > 0 && value <= rivals.Peers[^1].Scores[0] + 2 ? new Outcome.Failed(OutcomeKind.CutShort, "Clearly out.")
                : Lies(value) ? new Outcome.Scored(new Signature([1e6, 1e6]))
                : Score(value);
        }

        public Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken)
        {
            var value = ValueOf(((Subject.Candidate)subject).Body);
            var outcome = Lies(value) ? new Outcome.Failed(OutcomeKind.WrongResult, "Its solution is not valid.")
                : split == Split.Train ? Score(value)
                : LiesOnValidation(value) ? new Outcome.Failed(OutcomeKind.WrongResult, "Its solution is not valid.")
                : IsSlowOnValidation(value) ? new Outcome.Failed(OutcomeKind.TimedOut, "Input validation[0] was still running after 2 s.")
                : (Outcome)new Outcome.Scored(new Signature([-Math.Abs(value - 150)]));
            return Task.FromResult(new Examination(outcome, Inputs[split], new Dictionary<string, IReadOnlyDictionary<string, double>>(), true));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private Outcome.Scored Score(int value) => new(new Signature([value + Bonus(value), value / 3]));
    }

    /// <summary>A journal in memory, which can die after any entry.</summary>
    public sealed class Memory(IEnumerable<JournalEntry> past) : IJournal
    {
        public List<JournalEntry> Entries { get; } = [.. past];

        public int DiesAfter { get; init; } = int.MaxValue;

        public Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
        {
            lock (Entries)
            {
                if (Entries.Count >= DiesAfter)
                {
                    return Task.FromException(new StoreException("The disk is full."));
                }

                Entries.Add(entry);
            }

            return Task.CompletedTask;
        }

        public async IAsyncEnumerable<JournalEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var entry in Entries.ToList())
            {
                yield return entry;
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Number();
}
