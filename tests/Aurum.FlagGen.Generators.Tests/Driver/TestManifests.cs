namespace Aurum.FlagGen.Generators.Tests.Driver;

/// <summary>The manifests that the tests of the generated code use; here they are only read.</summary>
internal static class TestManifests
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
}
