namespace Aurum.FlagGen.Testing.Tests.Overrides;

public sealed class FirstConflictingTests() : ConflictingTests(offset: 0);
