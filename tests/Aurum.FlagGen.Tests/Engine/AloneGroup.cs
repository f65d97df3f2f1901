namespace Aurum.FlagGen.Tests.Engine;

/// <summary>Tests that need the process for themselves, so that nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "Alone";
}
