namespace Aurum.FlagGen.Tests.Engine;

/// <summary>Tests that measure what the whole process does, so that nothing may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "Alone";
}
