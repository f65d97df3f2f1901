namespace Aurum.FlagGen.Generators.Model;

/// <summary>The class, the interface and the groups: all that shows descriptions.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Content">The flags and groups outside any group.</param>
/// <param name="Groups">All groups, the inner before the outer.</param>
internal sealed record AccessorsModel(OutputNames Names, MemberList Content, EquatableArray<GroupModel> Groups) : IOutputModel;
