using FunSearch.Specifications.Reading.Projects;

namespace FunSearch.Tests.Specifications.Projects;

/// <summary>Scripts that stand in for <c>dotnet</c>.</summary>
internal static class StandIn
{
    /// <summary>One that does as the script says; <c>$result</c> is the file for the answer.</summary>
    public static DotnetSdk Script(SpecificationFolder folder, string script)
    {
        var path = folder.Write("sdk/dotnet", $$"""
            #!/bin/sh
            cd "$(dirname "$0")"
            for argument; do case "$argument" in -getResultOutputFile:*) result="${argument#*:}";; esac; done
            {{script}}

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new DotnetSdk(path);
    }

    /// <summary>One that gives this answer, and prints on the way what a build's own task may print.</summary>
    public static DotnetSdk Sdk(SpecificationFolder folder, string answer)
    {
        folder.Write("sdk/told.json", answer);
        return Script(folder, """
            echo 'You are signed in to the feed of the company.'
            [ -n "$result" ] && cp told.json "$result" || cat told.json
            """);
    }
}
