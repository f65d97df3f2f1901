using System.Diagnostics;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>An edit of flags.json while <c>dotnet watch</c> runs the program.</summary>
public sealed class HotReloadTests(PackedPackages packages) : IDisposable
{
    /// <summary>The watcher looks at files, builds, starts and asks a compiler; on a busy machine that takes a while.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly ScratchSolution _scratch = new(packages);

    public void Dispose() => _scratch.Dispose();

    [SlowFact]
    public async Task Watch_ValueEdited_TakesEffectAndShapeEdited_Restarts()
    {
        await _scratch.NewAsync("web", "Shop");
        _scratch.Write("Shop/flags.json", Manifest("true"));
        _scratch.Write("Shop/Program.cs", """
            using Aurum.FlagGen;
            using Shop;

            WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddFlagGen().AddFeatures();
            WebApplication app = builder.Build();
            await app.StartAsync();
            IFeatures features = app.Services.GetRequiredService<IFeatures>();
            while (!app.Lifetime.ApplicationStopping.IsCancellationRequested) { Loop.Step(features); await Task.Delay(500); }

            static class Loop
            {
                static readonly string Key = "new_nav";
                static readonly int Start = Environment.ProcessId;

                public static void Step(IFeatures features) => Console.WriteLine(
                    $"process {Start}: member {Features.NewNav.IsEnabled()}, injected {features.NewNav.IsEnabled()}, key {FlagEngine.Default.IsEnabled(Key)}.");
            }
            """);
        ProcessStartInfo start = Dotnet.Command(_scratch.PathOf("Shop"), "watch", "--non-interactive");
        start.Environment["DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER"] = "1";
        await using ProgramProcess watch = ProgramProcess.Start("dotnet watch", start);

        // An edit before the watcher looks at the files is no edit to it.
        await watch.WaitForLineAsync("Waiting for changes", Limit);
        string before = await watch.WaitForLineAsync("member True, injected True, key True.", Limit);

        _scratch.Write("Shop/flags.json", Manifest("false"));
        string edited = await watch.WaitForLineAsync("member False, injected False, key False.", Limit);
        ProcessOf(edited).ShouldBe(ProcessOf(before), "A value that is edited does not restart the program.");

        _scratch.Write("Shop/flags.json", Manifest("true", """ "another": { "owner": "t", "permanent": true, "status": "disabled" }, """));
        string restarted = await watch.WaitForLineAsync("member True, injected True, key True.", Limit);
        ProcessOf(restarted).ShouldNotBe(ProcessOf(before), "A flag that is added restarts the program.");
    }

    private static string ProcessOf(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    private static string Manifest(string value, string more = "") =>
        $$"""{ "flags": { {{more}}"new_nav": { "owner": "t", "permanent": true, "status": "enabled", "default_value": {{value}} } } }""";
}
