namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>A product and its rooms: every folder of its source, with the folders that it may use.</summary>
/// <param name="Project">The product's folder, from the root of the repository.</param>
/// <param name="Rooms">The rooms, each after all that it may use.</param>
internal sealed record Product(string Project, params Room[] Rooms)
{
    public string Name => Path.GetFileName(Project);

    public override string ToString() => Name;
}
