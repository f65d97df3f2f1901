namespace Aurum.FlagGen.Generators.Model;

/// <summary>The class, the interface and the extensions.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Content">The flags and groups outside any group.</param>
internal sealed record AccessorsModel(OutputNames Names, MemberList Content) : IOutputModel;
