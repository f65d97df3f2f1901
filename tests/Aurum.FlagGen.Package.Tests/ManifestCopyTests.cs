namespace Aurum.FlagGen.Package.Tests;

/// <summary>An application finds its flags.json wherever it is started from.</summary>
public sealed class ManifestCopyTests(PackedPackages packages) : IDisposable
{
    private readonly ScratchSolution _scratch = new(packages);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task UseFile_StartedFromAnotherFolder_FindsTheFileBesideTheApplicationAndSaysSo()
    {
        await _scratch.NewAsync("web", "Shop");
        _scratch.Write("Shop/flags.json", """
            { "namespace": "Acme.Shop", "flags": { "banner": { "owner": "team-ui", "permanent": true, "type": "string", "status": "enabled", "default_value": "found" } } }
            """);
        _scratch.Write("Shop/Program.cs", """
            using Acme.Shop;
            using Aurum.FlagGen;

            HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddFlagGen().UseFile("flags.json").AddFeatures();
            using IHost host = builder.Build();
            await host.StartAsync();
            FlagEngine engine = host.Services.GetRequiredService<FlagEngine>();
            Console.WriteLine($"banner {engine.Evaluate("banner").Value}, fault {engine.StoreFault}, manifest {engine.Version == ""}");
            await host.StopAsync();
            """);
        await _scratch.BuildAsync("Shop");

        DotnetResult run = await Dotnet.RunAsync(Path.GetTempPath(), _scratch.PathOf("Shop/bin/Debug/net10.0/Shop.dll"));

        run.Output.ShouldContain("banner \"found\", fault , manifest False");
        run.Output.ShouldContain($"The flags are kept in '{_scratch.PathOf("Shop/bin/Debug/net10.0/flags.json")}'.");
    }
}
