using System.Globalization;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>
/// Reads JSON (RFC 8259) with comments, trailing commas and a byte order mark. It keeps every value's place, and after a fault it goes on with the next
/// member, so that one slip in an editor costs one message and not the whole document.
/// </summary>
/// <remarks>
/// A value that is not JSON is left out of the tree together with its member; a text in single quotes, a name without quotes and a string with a bad escape
/// are understood, and reported all the same. The time is linear in the length of the text, and the stack does not grow with its depth.
/// </remarks>
internal static class JsonReader
{
    /// <param name="text">The whole text.</param>
    /// <param name="limits">How much to take; null for <see cref="JsonLimits.Default"/>.</param>
    /// <param name="token">Stops the reading with an <see cref="OperationCanceledException"/>, as an editor does when the text has changed again.</param>
    public static JsonReadResult Read(string text, JsonLimits? limits = null, CancellationToken token = default)
    {
        limits ??= JsonLimits.Default;
        if (text.Length > limits.MaxLength)
        {
            string message = string.Format(
                CultureInfo.InvariantCulture, "The text has {0:N0} characters, and at most {1:N0} are read; split it.", text.Length, limits.MaxLength);
            return new JsonReadResult(null, [new JsonFault(JsonFaultKind.TooLong, default, message)]);
        }

        JsonFaultList faults = new(text, limits.MaxErrors);
        JsonNode? root = new JsonParser(text, limits, faults, token).Parse();
        return new JsonReadResult(root, faults.ToSorted());
    }
}
