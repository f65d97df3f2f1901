namespace Aurum.FlagGen.Tests.Hosting;

/// <summary>Tests that change the process's default engine: they run one after the other, and alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DefaultEngineTests
{
    public const string Name = "Default engine";
}
