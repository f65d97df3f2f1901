using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Reads a flags.json: text to manifest, and every fault in it. It never throws over what the text says.</summary>
internal static class ManifestReader
{
    /// <param name="text">The whole text.</param>
    /// <param name="token">Stops the reading with an <see cref="OperationCanceledException"/>, as an editor does when the text has changed again.</param>
    public static FlagManifest Read(string text, CancellationToken token = default)
    {
        JsonReadResult json = JsonReader.Read(text, token: token);
        ManifestNames names = new();
        CheckContext check = new(json.Root, isDefinition: false, names, token);
        JsonFaultReporter.Report(check, json.Faults);
        return new ManifestChecker(check, names).Check();
    }
}
