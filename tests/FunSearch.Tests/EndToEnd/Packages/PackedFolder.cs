using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FunSearch.Tests.EndToEnd.Packages;

/// <summary>The packages as <c>./pack</c> makes them, in a folder outside of this house, and a place beside them to use them in.</summary>
/// <remarks>The version is one that nobody has, and NuGet puts what it unpacks into this folder too; packages of others are read where they are.</remarks>
public sealed class PackedFolder : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _known = "";

    public string Version => $"0.0.1-{Path.GetFileName(_folder.Path).ToLowerInvariant()}";

    /// <summary>As .NET calls it: <c>linux-x64</c>.</summary>
    public string Platform { get; } = RuntimeInformation.RuntimeIdentifier;

    public string Feed => Path.Combine(_folder.Path, "packages");

    public async ValueTask InitializeAsync()
    {
        _known = (await RunAsync(SourceTree.Root, "dotnet", "nuget", "locals", "global-packages", "--list")).Split(": ")[1].Trim();
        Write("nuget.config", """<configuration><packageSources><add key="packed" value="packages" /></packageSources></configuration>""");
        await RunAsync(SourceTree.Root, Path.Combine(SourceTree.Root, "pack"), "--output", Feed, "--version", Version, "--platform", Platform);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Package Open(string name) => new(Path.Combine(Feed, $"{name}.{Version}.nupkg"));

    /// <summary>Writes a file, in its folder.</summary>
    /// <returns>Its absolute path.</returns>
    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Runs a program in a folder to its end.</summary>
    /// <returns>What it writes to standard output.</returns>
    public async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var (code, output, errors) = await TryAsync(folder, program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}: {output}{errors}");
        return output;
    }

    /// <inheritdoc cref="RunAsync"/>
    public async Task<(int Code, string Output, string Errors)> TryAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(_folder.Path, folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // No server may outlive the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment.Remove("FUNSEARCH_COMMAND");
        if (_known.Length > 0 && start.WorkingDirectory != SourceTree.Root)
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder.Path, "unpacked");
            start.Environment["NUGET_FALLBACK_PACKAGES"] = _known;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }
}
