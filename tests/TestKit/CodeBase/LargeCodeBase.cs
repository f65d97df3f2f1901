using System.Globalization;
using System.Text;

namespace Aurum.FlagGen.TestKit.CodeBase;

/// <summary>The code of a large application: thousands of files with twenty reads of flags in each, the same at every run.</summary>
internal sealed class LargeCodeBase
{
    public const string ManifestPath = "/solution/flags.json";

    private const int FlagsOfAKind = 100;
    private const int FilesBetweenFaults = 20;

    private static readonly string[] Areas = ["billing", "search", "orders", "profile", "admin"];

    private LargeCodeBase(string manifest, IReadOnlyList<CodeBaseFile> files, IReadOnlyList<PlantedFault> faults)
    {
        Manifest = manifest;
        Files = files;
        Faults = faults;
    }

    public string Manifest { get; }

    public IReadOnlyList<CodeBaseFile> Files { get; }

    /// <summary>What the analyzers must report, and nothing else.</summary>
    public IReadOnlyList<PlantedFault> Faults { get; }

    /// <summary>A project's code.</summary>
    /// <param name="files">How many files.</param>
    /// <param name="hasFaults">Whether a file in twenty has a fault, and the manifest has some.</param>
    public static LargeCodeBase Create(int files, bool hasFaults)
    {
        List<PlantedFault> faults = [];
        string manifest = MarkedFaults.TakeOut(ManifestPath, WriteManifest(hasFaults), faults);
        List<CodeBaseFile> sources = [new("/solution/Usings.cs", "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\nglobal using System.Threading;\nglobal using System.Threading.Tasks;\n")];
        for (int i = 0; i < files - 1; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"/solution/File{i:0000}.cs");
            string text = WriteFile(i);
            if (hasFaults && i % FilesBetweenFaults == 0)
            {
                text += "\n\n" + WriteFault(i / FilesBetweenFaults);
            }

            sources.Add(new CodeBaseFile(path, MarkedFaults.TakeOut(path, text, faults)));
        }

        return new LargeCodeBase(manifest, sources, faults);
    }

    private static string WriteFile(int index)
    {
        string template = CodeTemplates.All[index % CodeTemplates.All.Count];
        StringBuilder text = new(template);
        text.Replace("$Class$", string.Create(CultureInfo.InvariantCulture, $"Part{index:0000}"));
        for (int i = 0; i < CodeTemplates.Switches; i++)
        {
            text.Replace(string.Create(CultureInfo.InvariantCulture, $"$B{i}$"), Accessor("Switch", (index * CodeTemplates.Switches) + i));
        }

        for (int i = 0; i < CodeTemplates.OthersOfEach; i++)
        {
            int flag = (index * CodeTemplates.OthersOfEach) + i;
            text.Replace($"$E{i}$", Accessor("Flow", flag).Replace(".", "", StringComparison.Ordinal) + "Variant");
            text.Replace($"$V{i}$", Accessor("Flow", flag)).Replace($"$I{i}$", Accessor("Size", flag)).Replace($"$S{i}$", Accessor("Text", flag));
        }

        return text.ToString();
    }

    private static string WriteFault(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"internal static class Fault{index:000}\n{{\n    {FaultTemplates.All[index % FaultTemplates.All.Count]}\n}}\n");

    /// <summary>Flags of a kind are spread over the areas.</summary>
    private static string Accessor(string kind, int index)
    {
        int flag = index % FlagsOfAKind;
        string area = Areas[flag % Areas.Length];
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(area[0])}{area[1..]}.{kind}{flag / Areas.Length}");
    }

    private static string WriteManifest(bool hasFaults)
    {
        StringBuilder text = new("""
            {
              "namespace": "Acme.Shop",
              "context": { "user_id": { "type": "string", "required": true }, "user.role": "string" },
              "flags": {

            """);
        for (int i = 0; i < FlagsOfAKind; i++)
        {
            string area = Areas[i % Areas.Length];
            int number = i / Areas.Length;
            string shared = $"\"owner\": \"team-{area}\", \"permanent\": true, \"status\": \"enabled\"";
            text.Append(CultureInfo.InvariantCulture, $$"""
                    "{{area}}.switch_{{number}}": { {{shared}}, "rules": [{ "name": "Admins", "conditions": { "user.role": "admin" }, "rollout_percentage": 50 }] },
                    "{{area}}.flow_{{number}}": { {{shared}}, "type": "variant", "variants": ["control", "one_page", "express"], "default_value": "control" },
                    "{{area}}.size_{{number}}": { {{shared}}, "type": "integer", "default_value": 20 },
                    "{{area}}.text_{{number}}": { {{shared}}, "type": "string", "default_value": "Hello" }{{(i == FlagsOfAKind - 1 && !hasFaults ? "" : ",")}}

                """);
        }

        return text.Append(hasFaults ? """
                "faults.old_banner": { "owner": "team-ui", "lifecycle": "retired", "keep": true, "status": "enabled", "default_value": true },
                "faults.settled": { "owner": "team-ui", "permanent": true, "evaluation": "compile_time", "default_value": true },
                "faults.winter_sale": { "owner": "team-shop", "expires": "2026-12-31", "status": "enabled", "default_value": true },
                «AFG1101:"faults.forgotten"»: { "owner": "team-ui", "permanent": true, "status": "enabled", "default_value": true }
              }
            }
            """ : "  }\n}\n").ToString();
    }
}
