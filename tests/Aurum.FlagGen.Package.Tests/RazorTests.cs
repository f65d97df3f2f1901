using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>Pages and components are code: a use in them counts, and a fault in them is told at their line.</summary>
public sealed partial class RazorTests(PackedPackages packages) : IDisposable
{
    private readonly ScratchSolution _scratch = new(packages);

    public void Dispose() => _scratch.Dispose();

    [SlowFact]
    public async Task Razor_WithUsesAndFaults_IsSeenAsItStandsInItsFile()
    {
        _scratch.WriteProject("My Web", "Microsoft.NET.Sdk.Web");
        _scratch.Write("My Web/flags.json", """
            {
              "namespace": "Acme.Shop",
              "flags": {
                "on_page": { "owner": "team-ui", "permanent": true, "status": "enabled", "default_value": true },
                "in_component": { "owner": "team-ui", "permanent": true, "status": "enabled", "default_value": true },
                "by_key": { "owner": "team-ui", "permanent": true, "status": "enabled", "default_value": true },
                "nowhere": { "owner": "team-ui", "permanent": true, "status": "enabled", "default_value": true }
              }
            }
            """);
        _scratch.Write("My Web/.globalconfig", """
            is_global = true
            dotnet_diagnostic.AFG1101.severity = warning
            dotnet_diagnostic.AFG2001.severity = warning
            dotnet_diagnostic.AFG2002.severity = warning
            """);
        _scratch.Write("My Web/Pages/Index.cshtml", """
            @page
            @using Acme.Shop
            @inject Aurum.FlagGen.FlagEngine Engine
            <h1>Shop</h1>
            @if (Features.OnPage.IsEnabled())
            {
                <p>New @(Engine.IsEnabled("on_pgae") ? "and faulty" : "")</p>
            }
            """);
        _scratch.Write("My Web/Banner.razor", """
            @using Acme.Shop
            @inject Aurum.FlagGen.FlagEngine Engine
            <p>@Title</p>
            @if (Engine.IsEnabled("by_key"))
            {
                <p>By key</p>
            }

            @code {
                private string Title => Features.InComponent.IsEnabled() ? "new" : Engine.IsEnabled("in_compnent") ? "odd" : "old";
            }
            """);
        _scratch.Write("My Web/Program.cs", """
            using Aurum.FlagGen;

            WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
            builder.Services.AddFlagGen();
            builder.Services.AddRazorPages();
            builder.Services.AddRazorComponents();
            WebApplication app = builder.Build();
            app.MapRazorPages();
            app.Run();
            """);

        DotnetResult build = await _scratch.BuildAsync("My Web");

        string[] reported = [.. Diagnostic().Matches(build.Output).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal)];
        reported.ShouldBe(
            [
                "Banner.razor(10,89): warning AFG2001",
                "Banner.razor(4,23): warning AFG2002",
                "Pages/Index.cshtml(7,31): warning AFG2001",
                "flags.json(7,5): warning AFG1101",
            ],
            build.Output);
    }

    [GeneratedRegex(@"(?<=/My Web/)[^(\n]+\(\d+,\d+\): warning AFG\d+")]
    private static partial Regex Diagnostic();
}
