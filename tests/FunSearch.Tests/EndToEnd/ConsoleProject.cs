using System.Diagnostics;

namespace FunSearch.Tests.EndToEnd;

/// <summary>A console project as <c>dotnet new console</c> makes it, outside of this house: default settings, no reference to us.</summary>
internal static class ConsoleProject
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>

        </Project>
        """;

    /// <summary>Builds it with the SDK and runs it.</summary>
    /// <param name="exported">A file of the user's, copied beside the program as it is.</param>
    /// <param name="program">Top-level statements.</param>
    /// <returns>What it writes, a line each.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(string exported, string program)
    {
        using var folder = new TemporaryFolder();
        folder.Write("outside.csproj", Project);
        folder.Write("Main.cs", program);
        File.Copy(exported, Path.Combine(folder.Path, Path.GetFileName(exported)));

        // No server may outlive the test.
        await DotnetAsync(folder.Path, "build", "-c", "Release", "-v", "q", "-nologo", "-warnaserror", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        return (await DotnetAsync(folder.Path, Path.Combine("bin", "Release", "net10.0", "outside.dll"))).TrimEnd().Split('\n');
    }

    private static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
