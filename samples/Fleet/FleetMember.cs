using System.Diagnostics;
using System.Globalization;
using Aurum.FlagGen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aurum.Samples.Fleet;

/// <summary>One process of the fleet: it makes the changes that it is told to make, and says when it sees each.</summary>
internal static class FleetMember
{
    /// <summary>The name of the member that makes the changes.</summary>
    public const string First = "process 1";

    public static async Task RunAsync(string name, string server, string fleet, int rounds)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddFlagGen().UseRedis(server, fleet).AddFeatures();
        using IHost host = builder.Build();
        await host.StartAsync();
        Console.WriteLine("ready");

        Task writing = Task.Run(() => ObeyAsync(host.Services.GetRequiredService<FeatureFlagManager>(), rounds));
        Watch(host.Services.GetRequiredService<IFeatures>(), rounds);
        if (name == First)
        {
            await writing;
        }

        await host.StopAsync();
    }

    /// <summary>Each line of the input is the number of a change to make.</summary>
    private static async Task ObeyAsync(FeatureFlagManager manager, int rounds)
    {
        for (int round = 0; round < rounds;)
        {
            if (Console.ReadLine() is not { } line)
            {
                // Whoever started this process has ended, and nobody is there to be told anything.
                Environment.Exit(1);
                return;
            }

            round = int.Parse(line, CultureInfo.InvariantCulture);
            FeatureFlag flag = (await manager.GetFlagAsync(FeatureKeys.FleetRound))!;
            Console.WriteLine($"wrote {round} {Stopwatch.GetTimestamp()}");
            await manager.UpdateFlagAsync(flag with { DefaultValue = FlagValue.From(round) }, First);
        }
    }

    private static void Watch(IFeatures features, int rounds)
    {
        int last = 0;
        SpinWait spin = default;
        while (last < rounds)
        {
            int round = features.Fleet.Round.GetValue();
            if (round == last)
            {
                spin.SpinOnce(sleep1Threshold: -1);
                continue;
            }

            Console.WriteLine($"saw {round} {Stopwatch.GetTimestamp()}");
            last = round;
        }
    }
}
