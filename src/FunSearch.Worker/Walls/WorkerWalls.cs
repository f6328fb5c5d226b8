using System.Reflection;
using FunSearch.Worker.Running;

namespace FunSearch.Worker.Walls;

/// <summary>The walls that a worker puts up by itself, as its parent asks for them on its command line.</summary>
internal sealed record WorkerWalls(bool Language, bool Seccomp)
{
    private const string NoLanguageWall = "no-language-wall";
    private const string SeccompWord = "seccomp";

    /// <summary>The words that <see cref="Parse"/> reads.</summary>
    public IEnumerable<string> Words => [.. Language ? [] : new[] { NoLanguageWall }, .. Seccomp ? [SeccompWord] : Array.Empty<string>()];

    public static WorkerWalls Parse(IReadOnlyCollection<string> words) => new(!words.Contains(NoLanguageWall), words.Contains(SeccompWord));

    /// <summary>To be called when all that is ever opened has been, and every thread started. Assemblies are loaded here.</summary>
    /// <param name="roots">Whatever these refer to may be needed.</param>
    /// <exception cref="WallException">The kernel refuses.</exception>
    public void Raise(params IEnumerable<Assembly> roots)
    {
        if (Seccomp)
        {
            Preloading.ReferencesOf(roots);
            ResourceLimits.ApplyToFiles();
            Walls.Seccomp.Raise();
        }
    }
}
