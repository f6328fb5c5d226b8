using FunSearch.Specifications.Reading.Projects;

namespace FunSearch.Tests.Specifications.Projects;

/// <summary>Scripts that stand in for <c>dotnet</c>.</summary>
internal static class StandIn
{
    /// <summary>One that does as the script says.</summary>
    public static DotnetSdk Script(SpecificationFolder folder, string script)
    {
        var path = folder.Write("sdk/dotnet", $$"""
            #!/bin/sh
            cd "$(dirname "$0")"
            {{script}}

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new DotnetSdk(path);
    }

    /// <summary>One that gives this answer, and prints before and after it what a build's own task may print.</summary>
    /// <param name="answer">JSON with the outermost braces on lines of their own.</param>
    public static DotnetSdk Sdk(SpecificationFolder folder, string answer)
    {
        folder.Write("sdk/told.json", $"{answer}\n");
        return Script(folder, """
            echo 'You are signed in to the feed of the company.'
            cat told.json
            echo 'Signed out.'
            """);
    }
}
