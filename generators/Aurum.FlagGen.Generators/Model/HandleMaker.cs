namespace Aurum.FlagGen.Generators.Model;

/// <summary>A private method that makes the handles of one type. A call of it compiles in a fraction of the time that the constructor and the look-up of the slot take.</summary>
/// <param name="Name">The method's name, which no member has.</param>
/// <param name="Type">The runtime's type.</param>
internal sealed record HandleMaker(string Name, string Type);
