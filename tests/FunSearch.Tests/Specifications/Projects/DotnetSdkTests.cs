using FunSearch.Specifications;
using FunSearch.Specifications.Reading.Projects;

namespace FunSearch.Tests.Specifications.Projects;

/// <summary>How the SDK is asked, and what is made of an answer that is none.</summary>
public sealed class DotnetSdkTests : IDisposable
{
    private readonly SpecificationFolder _folder = new();
    private readonly string _project;

    public DotnetSdkTests() => _project = _folder.Write("Depot.csproj", "<Project />");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_build_prints_on_the_way_is_no_part_of_the_answer()
    {
        var sdk = StandIn.Sdk(_folder, """
            {
              "Properties": {}, "Items": {"CscCommandLineArgs": [{"Identity": "Depot.cs"}], "ReferenceCopyLocalPaths": [], "Analyzer": []}
            }
            """);

        var answer = ProjectAnswer.Of(_project, sdk);

        Assert.Equal(["Depot.cs"], answer.CompilerArguments);
    }

    [Theory]
    [InlineData("echo 'Sign in first.'")]
    [InlineData("echo 'Sign in first.\n{\n\"Items\"'")]
    [InlineData("echo 'Sign in first.\n{\n\"Items\"\n}'")]
    [InlineData("echo 'Sign in first.\n{\n\"Items\": {}\n}'")]
    [InlineData("echo 'Sign in first.\n{\n\"Items\": []\n}'")]
    public void An_answer_that_cannot_be_read_is_a_mistake_with_the_first_words_of_the_build(string script)
    {
        var sdk = StandIn.Script(_folder, script);

        var mistake = Assert.Throws<SpecificationException>(() => ProjectAnswer.Of(_project, sdk)).Mistakes.Single();

        Assert.Equal("The .NET SDK cannot build it: it did not answer what it was asked, and said: Sign in first.", mistake.Sentence);
    }

    [Fact]
    public void An_error_of_the_build_is_told_with_its_file_and_line()
    {
        var library = _folder.Write("Costs.cs", "namespace Company;");
        var sdk = StandIn.Script(_folder, $"""
            echo "{library}(2,51): error CS0029: Cannot implicitly convert type 'string' to 'int' [/company/Costs.csproj]" >&2
            exit 1
            """);

        var mistake = Assert.Throws<SpecificationException>(() => ProjectAnswer.Of(_project, sdk)).Mistakes.Single();

        Assert.Equal((2, "It does not build. Cannot implicitly convert type 'string' to 'int' (CS0029)."), (mistake.Line, mistake.Sentence));
    }

    [Fact]
    public async Task Two_questions_of_one_process_do_not_build_at_the_same_time()
    {
        var sdk = StandIn.Script(_folder, "mkdir building || exit 9\nsleep 0.5\nrmdir building");

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Task.Factory.StartNew(() => sdk.Ask(_project), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(answers, answer => Assert.Equal(0, answer.ExitCode));
    }
}
