using FunSearch.Accounts;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

/// <summary>Looks every night for a heuristic that fits yesterday's orders better than the one in use.</summary>
internal sealed partial class NightlySearch(SearchEngine engine, ILogger<NightlySearch> logger) : BackgroundService
{
    public static IHost Host(string[] arguments)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(arguments);
        builder.Services.AddFunSearch(options => options.Store = "/var/lib/depot/searches.db");
        builder.Services.AddHostedService<NightlySearch>();
        return builder.Build();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nights = new PeriodicTimer(TimeSpan.FromDays(1));
        while (await nights.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SearchAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is SpecificationException or RunException or StoreException)
            {
                // Orders that cannot be read, a full disk: said in the log, and tried again tomorrow.
                LogFailure(exception);
            }
        }
    }

    private async Task SearchAsync(CancellationToken stoppingToken)
    {
        await using var search = await engine.StartAsync(
            new SearchRequest("/etc/depot/Specification.cs")
            {
                Budget = new Budget { Time = TimeSpan.FromHours(2) },
                Data = new UserData(new Dictionary<Split, string> { [Split.Train] = "/var/lib/depot/orders.csv" }, [60, 20, 20]),
                From = "/etc/depot/InUse.cs",
            },
            stoppingToken);

        // When the host stops, the enumeration ends; the run stays in the store and can be resumed.
        await foreach (var progress in search.RunAsync(stoppingToken))
        {
            Log(progress.Samples, progress.Best.Validation);
        }

        var result = await search.ResultAsync(stoppingToken);
        var inUse = result.Rivals[0];
        if (result.Best.IsVerified && result.Best.Validation < inUse.Validation)
        {
            await File.WriteAllTextAsync("/var/lib/depot/Proposed.cs", result.Best.Code, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Samples} samples, best {Validation} on validation")]
    private partial void Log(long samples, double? validation);

    [LoggerMessage(LogLevel.Error, "No search tonight")]
    private partial void LogFailure(Exception exception);
}
