using System.Diagnostics;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>What a new user does: clone, and type the README's first command.</summary>
[Collection(Processes.InTurn)]
[Trait("Category", "Long")]
public sealed class FreshCloneTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_fresh_clone_in_a_folder_with_a_space_builds_itself_and_searches()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(SourceTree.Root, ".git")), "These sources are no git checkout: there is nothing to clone.");
        var clone = Path.Combine(_folder.Path, "a clone");
        await RunAsync("git", _folder.Path, "clone", "--quiet", SourceTree.Root, clone);

        var output = await RunAsync(Path.Combine(clone, "funsearch"), _folder.Path, "run", "bin-packing", "--samples", "100", "--seed", "1");

        Assert.Contains("public static double Priority(", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, ".funsearch", "store.db")));
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
