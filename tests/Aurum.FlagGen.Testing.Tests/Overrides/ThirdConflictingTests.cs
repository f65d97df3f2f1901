namespace Aurum.FlagGen.Testing.Tests.Overrides;

public sealed class ThirdConflictingTests() : ConflictingTests(offset: 500);
