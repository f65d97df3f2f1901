namespace Aurum.FlagGen.Tests.Engine;

/// <summary>Tests that replace the process's default engine: they run one after the other, and beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class DefaultEngineGroup
{
    public const string Name = "Default engine";
}
