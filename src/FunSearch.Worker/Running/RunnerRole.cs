using System.Reflection;
using FunSearch.Worker.Walls;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>A process that runs candidates on the inputs of one problem, or judges and draws solutions: never both. It never loads Roslyn.</summary>
internal sealed class RunnerRole
{
    /// <summary>Small, so that endless recursion ends soon.</summary>
    public const int StackBytes = 1 << 20;

    /// <summary>Candidates after which they are collected: a runner that allocates little would never do so by itself.</summary>
    private const int CandidatesBetweenCollections = 250;

    /// <summary>What a candidate may use is in these.</summary>
    private static readonly string[] Library = ["System.Collections", "System.Linq", "System.Memory", "System.Runtime"];

    private readonly ParentLine _line;
    private readonly WorkerWalls _walls;
    private readonly Pulse _pulse;
    private readonly IReadOnlyList<InputSet> _inputs;
    private readonly Trial _trial;
    private readonly Verdict _verdict;
    private readonly Drawing _drawing;
    private readonly Assembly _specification;
    private int _candidates;

    private RunnerRole(ParentLine line, WorkerWalls walls, SetUpRunner setup, LoadedSpecification specification, IReadOnlyList<InputSet> inputs)
    {
        _line = line;
        _walls = walls;
        _specification = specification.Assembly;
        _inputs = inputs;
        _pulse = new Pulse(line);
        _trial = new Trial(specification, setup.Fuel, setup.AllocationBytes, _pulse.At, line.Send);
        _verdict = new Verdict(specification, _pulse.At);
        _drawing = new Drawing(specification, _pulse.At);
    }

    public static void Run(ParentLine line, WorkerWalls walls)
    {
        var setup = (SetUpRunner)line.Receive();
        ResourceLimits.Apply(setup.MemoryBytes);
        try
        {
            var role = SetUp(setup, line, walls);
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
    private static RunnerRole SetUp(SetUpRunner setup, ParentLine line, WorkerWalls walls)
    {
        try
        {
            var specification = new LoadedSpecification(setup.Specification, setup.References, setup.ClassName);
            var inputs = new InputMaker(specification, setup.Variant).Make(setup.Folder, setup.Data);
            return new RunnerRole(line, walls, setup, specification, inputs);
        }
        catch (Exception exception) when (exception is not SetupException)
        {
            throw new SetupException($"The specification could not be loaded, or its inputs not named: {exception.Describe()}");
        }
    }

    private void Serve()
    {
        try
        {
            // On the last of the threads: none can be started afterwards.
            _walls.Raise([_specification, .. Library.Select(Assembly.Load), .. OwnReferences()]);
        }
        catch (WallException exception)
        {
            _line.Send(new SetupFailed(exception.Message));
            return;
        }

        _line.Send(new Ready([.. _inputs.Select(set => new SplitNames(set.Split, set.Names))]));
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

    /// <summary>All that this process itself may call, but for Roslyn.</summary>
    private static IEnumerable<Assembly> OwnReferences() => typeof(RunnerRole).Assembly.GetReferencedAssemblies()
        .Where(name => !name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)).Select(Assembly.Load);

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
