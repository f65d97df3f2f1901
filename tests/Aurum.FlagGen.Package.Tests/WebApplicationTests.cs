using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

public sealed partial class WebApplicationTests(PackedPackages packages) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly ScratchSolution _scratch = new(packages);

    public void Dispose() => _scratch.Dispose();

    [SlowFact]
    public async Task Web_ManifestEditedWhileItRuns_AnswersAnew()
    {
        _scratch.WriteProject("My Web", "Microsoft.NET.Sdk.Web");
        _scratch.Write("My Web/flags.json", """
            { "namespace": "Acme.Shop", "flags": { "banner": { "owner": "team-ui", "permanent": true, "type": "string", "status": "enabled", "default_value": "before" } } }
            """);
        _scratch.Write("My Web/Program.cs", """
            using Acme.Shop;
            using Aurum.FlagGen;

            WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
            builder.Services.AddFlagGen().UseFile("flags.json").AddFeatures();
            WebApplication app = builder.Build();
            app.MapGet("/", (IFeatures features) => features.Banner.GetValue());
            app.Run();
            """);
        await _scratch.BuildAsync("My Web");
        await using ProgramProcess web = ProgramProcess.Start(
            "the web application", Dotnet.Command(_scratch.PathOf("My Web"), "run", "--no-build", "--no-launch-profile", "--urls", "http://127.0.0.1:0"));
        string address = Address().Match(await web.WaitForLineAsync("Now listening on:", Limit)).Value;
        using HttpClient http = new() { BaseAddress = new Uri(address) };
        CancellationToken token = TestContext.Current.CancellationToken;
        (await http.GetStringAsync("/", token)).ShouldBe("before");

        _scratch.Edit("My Web/flags.json", "before", "after");

        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(token);
        timeout.CancelAfter(Limit);
        while (await http.GetStringAsync("/", timeout.Token) != "after")
        {
            // Asks again: every answer is a round trip, and the limit ends it.
        }
    }

    [GeneratedRegex("http://[0-9.:]+")]
    private static partial Regex Address();
}
