namespace Aurum.FlagGen.Tests.Engine;

/// <summary>Tests that replace the process's default engine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class DefaultEngineGroup
{
    public const string Name = "Default engine";
}
