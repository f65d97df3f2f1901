namespace Aurum.FlagGen.Package.Tests;

public sealed class ConsoleApplicationTests(PackedPackages packages) : IDisposable
{
    private const string Manifest = """
        {
          "$schema": "./flags.schema.json",
          "namespace": "Acme.Shop",
          "context": { "user_id": { "type": "string", "required": true }, "user.role": "string" },
          "flags": {
            "dashboard_widget": {
              "owner": "team-ui", "permanent": true, "status": "enabled",
              "rules": [ { "name": "Admins", "conditions": { "user.role": "admin" } } ]
            },
            "checkout.flow": { "owner": "team-pay", "permanent": true, "type": "variant", "variants": ["control", "variant_a"], "status": "enabled", "default_value": "control" }
          }
        }
        """;

    private const string Program = """
        using Acme.Shop;

        FeatureContext context = new() { UserId = "ada", UserRole = "admin" };
        CheckoutFlowVariant flow = Features.Checkout.Flow.GetVariant(context);
        Console.WriteLine($"widget {Features.DashboardWidget.IsEnabled(context)}, flow {flow}");
        """;

    private readonly ScratchSolution _scratch = new(packages);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Console_WithThePackageAndAManifest_HasTypedFlags()
    {
        await _scratch.NewAsync("console", "My Shop");
        _scratch.Write("My Shop/flags.json", Manifest);
        _scratch.Write("My Shop/Program.cs", Program);

        DotnetResult run = await Dotnet.RunAsync(_scratch.PathOf("My Shop"), "run");

        run.Output.ShouldContain("widget True, flow Control");
        run.Output.ShouldNotContain("warning");
    }

    [Fact]
    public async Task Console_FaultInTheManifest_FailsAtItsLineAndColumn()
    {
        _scratch.WriteProject("Shop");
        _scratch.Write("Shop/flags.json", Manifest.Replace("\"user.role\": \"admin\"", "\"user.rolle\": \"admin\"", StringComparison.Ordinal));
        _scratch.Write("Shop/Program.cs", Program);

        DotnetResult build = await _scratch.TryBuildAsync("Shop");

        build.ExitCode.ShouldNotBe(0);
        build.Lines("AFG1015").First().ShouldContain("flags.json(8,54): error AFG1015: Rule 'Admins' of flag 'dashboard_widget' uses the attribute 'user.rolle'");
    }

    [SlowFact]
    public async Task Console_CentralPackageManagement_Works()
    {
        _scratch.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
            </Project>
            """);
        await _scratch.NewAsync("console", "Shop");
        _scratch.Write("Shop/flags.json", Manifest);
        _scratch.Write("Shop/Program.cs", Program);

        DotnetResult run = await Dotnet.RunAsync(_scratch.PathOf("Shop"), "run");

        run.Output.ShouldContain("widget True, flow Control");
        _scratch.Read("Directory.Packages.props").ShouldContain(packages.Version);
        _scratch.Read("Shop/Shop.csproj").ShouldNotContain(packages.Version);
    }

    [SlowFact]
    public async Task Console_AskedForTheSchema_WritesItBesideTheManifest()
    {
        _scratch.WriteProject("Shop");
        _scratch.Write("Shop/flags.json", Manifest);
        _scratch.Write("Shop/Program.cs", Program);

        await _scratch.BuildAsync("Shop", "-p:FlagGenWriteSchema=true");

        _scratch.Read("Shop/flags.schema.json").ShouldContain("\"$schema\"");
    }
}
