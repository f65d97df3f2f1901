using System.Text;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.CompileTime;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Aurum.FlagGen.Build;

/// <summary>Reads the compile-time flags of a build from its manifests: which switches the trimmer and runtimeconfig.json get, and which symbols <c>#if</c> may ask for.</summary>
/// <remarks>The generator reports what is wrong with a manifest. Of one with errors this takes what can be read, and says that there are some.</remarks>
public sealed class ReadCompileTimeFlags : Task
{
    private const char ByteOrderMark = '\uFEFF';
    private const string ConfigurationMetadata = "Configuration";
    private const string OfThisProjectMetadata = "OfThisProject";
    private const string DefaultNamespaceMetadata = "DefaultNamespace";

    // The compiler guesses another encoding where a file has it, and a running application that follows the file reads
    // UTF-8 alone: it would refuse what was built.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The manifests. Metadata: <c>Configuration</c> and <c>DefaultNamespace</c>, those of the project which owns it; <c>OfThisProject</c>, true where that is the project being built.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>What this build says otherwise, such as <c>search.fuzzy=true|checkout.new=false</c>.</summary>
    public string Overrides { get; set; } = "";

    /// <summary>Whether a name that no manifest declares is an error. Overrides hold for the whole build, so a library leaves the names of others alone.</summary>
    public bool ChecksNames { get; set; }

    /// <summary>The file that gets a line <c>name=true</c> or <c>name=false</c> for each flag that is a switch.</summary>
    [Required]
    public string SwitchFile { get; set; } = "";

    /// <summary>The file that gets a line for each symbol that is defined in this project.</summary>
    [Required]
    public string SymbolFile { get; set; } = "";

    /// <summary>Whether a manifest of the project being built has an error, or two of them generate the same class or make the same symbol.</summary>
    [Output]
    public bool HasErrors { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        BuildOverrides overrides = BuildOverrides.Parse(Overrides);
        List<string> switches = [];
        List<string> symbols = [];
        BuildFlags all = new();
        List<OutputNames> owned = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (ITaskItem manifest in Manifests)
        {
            if (Read(manifest.ItemSpec) is not { } read)
            {
                return false;
            }

            OutputNames names = OutputNames.From(read.Namespace, read.ClassName, manifest.GetMetadata(DefaultNamespaceMetadata), read.Root?[ManifestMembers.Scope.Name]?.Text);
            string scope = names.Scope;
            bool isOfThisProject = manifest.GetMetadata(OfThisProjectMetadata) == "true";
            if (isOfThisProject)
            {
                string[] made = SymbolsOf(read);
                HasErrors |= HasError(read) || owned.Any(names.ClashesWith) || taken.Overlaps(made);
                owned.Add(names);
                taken.UnionWith(made);
            }

            foreach (ManifestFlag flag in read.Flags)
            {
                all.Add(scope, flag);
                if (flag.IsCompileTime)
                {
                    CompileTimeFlag decided = CompileTimeFlag.From(flag, scope, manifest.GetMetadata(ConfigurationMetadata), overrides);
                    AddTo(switches, symbols, decided, isOfThisProject);
                }
            }
        }

        foreach (string fault in OverrideFaults.Find(overrides, all, ChecksNames))
        {
            Log.LogError(null, DiagnosticIds.BuildOverride, null, DiagnosticIds.HelpLink(DiagnosticIds.BuildOverride), BuildEngine.ProjectFileOfTaskNode, 0, 0, 0, 0, fault);
        }

        return !Log.HasLoggedErrors && TryWrite(SwitchFile, switches) && TryWrite(SymbolFile, symbols);
    }

    private static string[] SymbolsOf(FlagManifest manifest) =>
        [.. manifest.Flags.Where(static flag => flag.IsCompileTime && CompileTimeFlag.FormOf(flag) == CompileTimeForm.Const).Select(static flag => CompileTimeFlag.SymbolOf(flag.Key))];

    private static bool HasError(FlagManifest manifest) => manifest.Errors.Any(static error => error.Rule.Severity == ManifestSeverity.Error);

    private static void AddTo(List<string> switches, List<string> symbols, CompileTimeFlag flag, bool isOfThisProject)
    {
        if (flag.Form == CompileTimeForm.Switch)
        {
            switches.Add(flag.SwitchName + (flag.Value ? "=true" : "=false"));
        }
        else if (flag.Form == CompileTimeForm.Const && flag.Value && isOfThisProject)
        {
            symbols.Add(flag.Symbol);
        }
    }

    private FlagManifest? Read(string path)
    {
        try
        {
            return ManifestReader.Read(Utf8.GetString(File.ReadAllBytes(path)).TrimStart(ByteOrderMark));
        }
        catch (DecoderFallbackException)
        {
            Log.LogError(
                null, DiagnosticIds.UnreadableManifest, null, DiagnosticIds.HelpLink(DiagnosticIds.UnreadableManifest), path, 1, 1, 0, 0,
                $"The manifest '{path}' is not UTF-8; save it in that encoding.");
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError(
                null, DiagnosticIds.UnreadableManifest, null, DiagnosticIds.HelpLink(DiagnosticIds.UnreadableManifest), BuildEngine.ProjectFileOfTaskNode, 0, 0, 0, 0,
                $"The manifest '{path}' cannot be read: {exception.Message}");
            return null;
        }
    }

    private bool TryWrite(string path, List<string> lines)
    {
        try
        {
            string text = string.Concat(lines.Distinct(StringComparer.Ordinal).OrderBy(static line => line, StringComparer.Ordinal).Select(static line => line + "\n"));

            // What is as it was keeps its time, so that nothing that depends on it runs again.
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(path, text);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"The file '{path}' cannot be written: {exception.Message}");
            return false;
        }
    }
}
