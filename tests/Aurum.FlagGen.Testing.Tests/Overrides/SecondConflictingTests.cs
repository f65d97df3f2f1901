namespace Aurum.FlagGen.Testing.Tests.Overrides;

public sealed class SecondConflictingTests() : ConflictingTests(offset: 250);
