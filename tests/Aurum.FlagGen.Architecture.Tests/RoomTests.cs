using System.Text;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>Every folder of every product uses only those that <see cref="House"/> lets it use, and docs/architecture.md shows them.</summary>
public sealed class RoomTests
{
    private const string UpdateVariable = "FLAGGEN_UPDATE_DOCS";
    private const string Begin = "<!-- rooms: begin -->\n";
    private const string End = "<!-- rooms: end -->";

    private static readonly string Page = RepositoryFolder.Combine("docs", "architecture.md");

    private static readonly string[] ProductFolders = ["src", "generators", "analyzers"];

    public static TheoryData<string> Names => new(House.Products.Select(static product => product.Name));

    [Fact]
    public void House_EveryProduct_IsInIt() => House.Products.Select(static product => product.Project).Order(StringComparer.Ordinal).ShouldBe(
        (from folder in ProductFolders
         from project in Directory.EnumerateDirectories(RepositoryFolder.Combine(folder))
         where Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Any()
         select $"{folder}/{Path.GetFileName(project)}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Product_ItsFolders_UseThoseThatTheyMayUseAndNoOthers(string name)
    {
        Product product = House.Products.Single(product => product.Name == name);
        ProductSource source = new(product.Project);
        source.Folders.ShouldBe(product.Rooms.Select(static room => room.Folder).Order(StringComparer.Ordinal));

        IReadOnlyList<RoomUse> uses = source.FindUses();

        Dictionary<string, Room> rooms = product.Rooms.ToDictionary(static room => room.Folder);
        uses.Where(use => !rooms[use.User].MayUse.Contains(use.Used)).Select(static use => $"{use.User} → {use.Used} ({use.Place})").ShouldBeEmpty();
        (from room in product.Rooms
         from used in room.MayUse
         where !uses.Any(use => use.User == room.Folder && use.Used == used)
         select $"{room.Folder} → {used} is allowed, and not used").ShouldBeEmpty();
    }

    /// <summary>Each room stands after those that it may use, so that there is no way back.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Product_ItsRooms_HaveNoCycle(string name)
    {
        Product product = House.Products.Single(product => product.Name == name);
        List<string> seen = [];
        foreach (Room room in product.Rooms)
        {
            room.MayUse.Except(seen).ShouldBeEmpty($"{room.Folder} stands before what it uses.");
            seen.Add(room.Folder);
        }
    }

    /// <summary>With FLAGGEN_UPDATE_DOCS=1 the page is written anew.</summary>
    [Fact]
    public void Page_ItsPicture_ShowsTheRooms()
    {
        string text = File.ReadAllText(Page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string picture = Draw();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(Page, text[..begin] + picture + text[end..]);
            return;
        }

        text[begin..end].ShouldBe(picture, $"Run the tests with {UpdateVariable}=1 to write the page anew.");
    }

    private static string Draw()
    {
        StringBuilder text = new();
        foreach (Product product in House.Products)
        {
            text.Append("\n### ").Append(product.Name).Append("\n\n```\n");
            int width = product.Rooms.Max(static room => room.Folder.Length);
            foreach (Room room in product.Rooms)
            {
                string line = $"{room.Folder.PadRight(width)}  →  {(room.MayUse.Length == 0 ? "–" : string.Join(", ", room.MayUse))}";
                text.Append(line).Append('\n');
            }

            text.Append("```\n");
        }

        return text.Append('\n').ToString();
    }
}
