using Microsoft.Extensions.DependencyInjection;

namespace FunSearch.Runs;

/// <summary>Registration for hosts.</summary>
public static class FunSearchServices
{
    /// <summary>Registers a <see cref="SearchEngine"/>, on the host's <see cref="TimeProvider"/> where it has one.</summary>
    public static IServiceCollection AddFunSearch(this IServiceCollection services, Action<SearchEngineOptions>? configure = null) =>
        services.AddSingleton(provider =>
        {
            var options = new SearchEngineOptions();
            configure?.Invoke(options);
            return new SearchEngine(options, provider.GetService<TimeProvider>() ?? TimeProvider.System);
        });
}
