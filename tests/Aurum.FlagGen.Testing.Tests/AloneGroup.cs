namespace Aurum.FlagGen.Testing.Tests;

/// <summary>Tests beside which no others run.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneGroup;
