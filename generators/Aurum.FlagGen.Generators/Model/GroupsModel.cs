namespace Aurum.FlagGen.Generators.Model;

/// <summary>Some of the groups, which have a file of their own, so that an edit writes again only those around it.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Index">Which of the manifest's files of groups it is.</param>
/// <param name="Groups">The groups, the inner before the outer.</param>
internal sealed record GroupsModel(OutputNames Names, int Index, EquatableArray<GroupModel> Groups) : IOutputModel
{
    /// <summary>Deals groups out to files, in their order.</summary>
    public static IEnumerable<GroupsModel> Deal(OutputNames names, IReadOnlyList<GroupModel> groups)
    {
        List<GroupModel> file = [];
        int members = 0;
        int index = 0;
        foreach (GroupModel group in groups)
        {
            file.Add(group);
            members += group.Content.Members.Count;
            if (members >= Batches.Size)
            {
                yield return new GroupsModel(names, index++, new([.. file]));
                file.Clear();
                members = 0;
            }
        }

        if (file.Count > 0)
        {
            yield return new GroupsModel(names, index, new([.. file]));
        }
    }
}
