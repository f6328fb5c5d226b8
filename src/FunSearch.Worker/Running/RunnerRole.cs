using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>A process that runs candidates on the inputs of one problem, or judges and draws solutions: never both. It never loads Roslyn.</summary>
internal sealed class RunnerRole
{
    /// <summary>Small, so that endless recursion ends soon.</summary>
    public const int StackBytes = 1 << 20;

    /// <summary>Candidates after which they are collected: a runner that allocates little would never do so by itself.</summary>
    private const int CandidatesBetweenCollections = 250;

    private readonly ParentLine _line;
    private readonly Pulse _pulse;
    private readonly IReadOnlyList<InputSet> _inputs;
    private readonly Trial _trial;
    private readonly Verdict _verdict;
    private readonly Drawing _drawing;
    private int _candidates;

    private RunnerRole(ParentLine line, SetUpRunner setup, LoadedSpecification specification, IReadOnlyList<InputSet> inputs)
    {
        _line = line;
        _inputs = inputs;
        _pulse = new Pulse(line);
        _trial = new Trial(specification, setup.Fuel, setup.AllocationBytes, _pulse.At, line.Send);
        _verdict = new Verdict(specification, _pulse.At);
        _drawing = new Drawing(specification, _pulse.At);
    }

    public static void Run(ParentLine line)
    {
        var setup = (SetUpRunner)line.Receive();
        ResourceLimits.Apply(setup.MemoryBytes);
        try
        {
            var role = SetUp(setup, line);
            line.Send(new Ready([.. role._inputs.Select(set => new SplitNames(set.Split, set.Names))]));
            var thread = new Thread(role.Serve, StackBytes) { Name = "evaluation" };
            thread.Start();
            thread.Join();
        }
        catch (SetupException exception)
        {
            line.Send(new SetupFailed(exception.Message));
        }
    }

    /// <exception cref="SetupException">Whatever went wrong: the user's own code was at work.</exception>
    private static RunnerRole SetUp(SetUpRunner setup, ParentLine line)
    {
        try
        {
            var specification = new LoadedSpecification(setup.Specification, setup.References, setup.ClassName);
            return new RunnerRole(line, setup, specification, new InputMaker(specification, setup.Variant).Make(setup.Folder, setup.Data));
        }
        catch (Exception exception) when (exception is not SetupException)
        {
            throw new SetupException($"The specification could not be loaded, or its inputs not named: {exception.Describe()}");
        }
    }

    private void Serve()
    {
        while (true)
        {
            var request = _line.Receive();
            _line.Send(_pulse.During(() => Answer(request)));
            if (request is Wire.Run { Image.Length: > 0 } && ++_candidates % CandidatesBetweenCollections == 0)
            {
                GC.Collect();
            }
        }
    }

    private Message Answer(Message request) => request switch
    {
        Run run when InputsOf(run.Split) is { } inputs => _trial.Run(run, inputs),
        Judge or Draw when _candidates > 0 => new Refused("This process has run a candidate: it can neither judge nor draw solutions."),
        Judge judge when InputsOf(judge.Split) is { } inputs && inputs.Inputs.Count == judge.Solutions.Count =>
            _verdict.On(judge.Solutions, inputs),
        Draw draw when InputsOf(draw.Split) is { } inputs && draw.Input >= 0 && draw.Input < inputs.Inputs.Count => _drawing.Of(draw, inputs),
        _ => new Refused($"A runner with {string.Join(", ", _inputs.Select(set => set.Split))} inputs cannot answer this {request.Kind}."),
    };

    private InputSet? InputsOf(string split) => _inputs.FirstOrDefault(set => set.Split == split);
}
