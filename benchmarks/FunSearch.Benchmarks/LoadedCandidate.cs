using System.Runtime.CompilerServices;
using FunSearch.Worker.Running;

namespace FunSearch.Benchmarks;

/// <summary>A candidate's problem as a runner holds it, with its first training input, and the candidate's image.</summary>
internal sealed class LoadedCandidate
{
    private readonly LoadedSpecification _specification;
    private readonly object _input;
    private readonly byte[] _image;

    public LoadedCandidate(Candidate candidate)
    {
        var problem = candidate.Specification;
        _specification = new LoadedSpecification(problem.Assembly, problem.References, problem.ClassName);
        _input = new InputMaker(_specification, problem.Variant).Make(problem.Folder, data: null)[0].Inputs[0];
        _image = candidate.Compile();
    }

    /// <summary>Loads the image into a context of its own and lets the problem call it.</summary>
    /// <returns>Ends the context.</returns>
    public Action Load()
    {
        var context = new CandidateContext(_specification.Assembly);
        Take(context);
        return () =>
        {
            _specification.Forget();
            context.Unload();
        };
    }

    /// <summary>Runs what was loaded on the input.</summary>
    public double Run()
    {
        Fuel.Fill(long.MaxValue / 2, long.MaxValue / 2);
        return _specification.ScoreOf(_input, _specification.Run.Call(_input));
    }

    // Not inlined: a local of the caller's would keep the candidate alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Take(CandidateContext context)
    {
        var function = context.LoadFunction(_image, _specification.Evolved.Name);
        RuntimeHelpers.PrepareMethod(function.Method.MethodHandle);
        _specification.Evolve(function);
    }
}
