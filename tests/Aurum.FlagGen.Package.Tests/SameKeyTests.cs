namespace Aurum.FlagGen.Package.Tests;

/// <summary>Two modules of one application, each with a manifest that has the same keys.</summary>
public sealed class SameKeyTests(PackedPackages packages) : IDisposable
{
    private readonly ScratchSolution _scratch = new(packages);

    public void Dispose() => _scratch.Dispose();

    [SlowFact]
    public async Task TwoModules_OneKey_EachHasItsOwnFlagInWhicheverOrderTheyAreTouched()
    {
        await AddModuleAsync("Billing", isOn: true);
        await AddModuleAsync("Shipping", isOn: false);
        await _scratch.NewAsync("console", "App");
        await Dotnet.RunAsync(_scratch.PathOf("App"), "add", "reference", "../Billing", "../Shipping");
        _scratch.Write("App/flags.json", """{ "flags": { "half": { "owner": "t", "permanent": true, "status": "enabled", "default_value": true } } }""");
        _scratch.Write("App/Program.cs", """
            using Aurum.FlagGen;

            string key = "half";
            bool before = FlagEngine.Default.IsEnabled(key);
            bool member = App.Features.Half.IsEnabled();
            Console.WriteLine($"half by key {before}, by member {member}, by key {FlagEngine.Default.IsEnabled(key)}");
            if (args is ["shipping-first"]) { _ = Shipping.Module.IsOn; }
            Console.WriteLine($"billing {Billing.Module.IsOn}, shipping {Shipping.Module.IsOn}");
            Console.WriteLine($"billing fast {Billing.Module.IsFast}, shipping fast {Shipping.Module.IsFast}");
            """);

        DotnetResult billingFirst = await Dotnet.RunAsync(_scratch.PathOf("App"), "run");
        DotnetResult shippingFirst = await Dotnet.RunAsync(_scratch.PathOf("App"), "run", "--no-build", "--", "shipping-first");

        foreach (DotnetResult run in (DotnetResult[])[billingFirst, shippingFirst])
        {
            run.Output.ShouldContain("half by key True, by member True, by key True");
            run.Output.ShouldContain("billing True, shipping False");
            run.Output.ShouldContain("billing fast True, shipping fast False");
        }

        DotnetResult overridden = await Dotnet.RunAsync(_scratch.PathOf("App"), "run", "-p:FlagGenOverrides=shipping/fast=true");
        overridden.Output.ShouldContain("billing fast True, shipping fast True");

        DotnetResult ambiguous = await _scratch.TryBuildAsync("App", "-p:FlagGenOverrides=fast=true");
        ambiguous.ExitCode.ShouldNotBe(0);
        ambiguous.Output.ShouldContain("write 'billing/fast=true' or 'shipping/fast=true'.");
    }

    private async Task AddModuleAsync(string name, bool isOn)
    {
        string value = isOn ? "true" : "false";
        await _scratch.NewAsync("classlib", name);
        File.Delete(_scratch.PathOf(name, "Class1.cs"));
        _scratch.Write(name + "/flags.json", $$"""
            { "scope": "{{name.ToLowerInvariant()}}", "flags": {
                "new_flow": { "owner": "t", "permanent": true, "status": "{{(isOn ? "enabled" : "disabled")}}", "default_value": {{value}} },
                "fast": { "owner": "t", "permanent": true, "evaluation": "compile_time", "emit": "switch", "default_value": {{value}} } } }
            """);
        _scratch.Write(name + "/Module.cs", $$"""
            namespace {{name}};

            public static class Module
            {
                public static bool IsOn => Features.NewFlow.IsEnabled();
                public static bool IsFast => Features.Fast.IsEnabled();
            }
            """);
    }
}
