using System.Diagnostics;

namespace FunSearch.Tests.App.Commands;

/// <summary>The scripts at the root, as a person's shell starts them. They do not build here: that would build the tests under their own feet.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("funsearch")]
    [InlineData("test")]
    [InlineData("pack")]
    public async Task Without_the_sdk_a_script_says_where_to_get_it(string script)
    {
        using var folder = new TemporaryFolder("no sdk");
        LinkTools(folder.Path);

        var (code, error) = await StartAsync(script, folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("https://dotnet.microsoft.com/download/dotnet/10.0", error, StringComparison.Ordinal);
    }

    // All that the scripts use but for dotnet.
    private static void LinkTools(string folder)
    {
        foreach (var tool in new[] { "bash", "dirname", "readlink", "grep" })
        {
            var place = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(each => Path.Combine(each, tool)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(folder, tool), place);
        }
    }

    private static async Task<(int Code, string Error)> StartAsync(string script, string path)
    {
        var start = new ProcessStartInfo(Path.Combine(path, "bash")) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(SourceTree.Root, script));
        start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }

    private sealed class TemporaryFolder(string name) : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory(name).FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
