using FunSearch.Specifications.Reading;
using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Specifications;

public sealed class CandidateScopeTests
{
    [Fact]
    public void The_names_of_a_header_are_written_for_the_namespaces_that_a_candidate_is_compiled_with() =>
        Assert.Equal(CandidateSource.Namespaces, CandidateScope.Namespaces);
}
