namespace Aurum.FlagGen.Testing.Tests.Overrides;

public sealed class FourthConflictingTests() : ConflictingTests(offset: 750);
