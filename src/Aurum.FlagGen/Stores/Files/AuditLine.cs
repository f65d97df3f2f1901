using System.Text.Json;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Stores;

/// <summary>Looks at a line of an audit log without making an entry of it: a log may be far larger than the page that is wanted.</summary>
internal static class AuditLine
{
    // An entry holds whole definitions, each as deep as a definition may be.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>Whether a line is an entry, and one that a query asks for.</summary>
    /// <param name="line">The line, in UTF-8.</param>
    /// <param name="query">What is asked for.</param>
    public static bool IsWanted(ReadOnlySpan<byte> line, AuditQuery query)
    {
        try
        {
            return Read(line, query);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What a crash left there, or somebody else's text.
            return false;
        }
    }

    private static bool Read(ReadOnlySpan<byte> line, AuditQuery query)
    {
        Utf8JsonReader reader = new(line, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        bool isWanted = true;
        int required = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isActor = reader.ValueTextEquals("actor"u8);
            bool isAction = reader.ValueTextEquals("action"u8);
            bool isKey = reader.ValueTextEquals("key"u8);
            bool isTime = reader.ValueTextEquals("at"u8);
            reader.Read();
            if (isActor || isAction || isKey)
            {
                string? text = isActor ? query.Actor : isAction ? query.Action : query.Key;
                required++;
                isWanted &= reader.TokenType == JsonTokenType.String && (text is null || reader.ValueTextEquals(text));
            }
            else if (isTime && (query.From ?? query.To) is not null)
            {
                isWanted &= IsWithin(reader.GetString(), query);
            }

            reader.Skip();
        }

        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() && required == 3 && isWanted;
    }

    private static bool IsWithin(string? text, AuditQuery query) =>
        Timestamps.TryParseDefinition(text ?? "", out long ticks) && (query.From is null || ticks >= query.From.Value.UtcTicks) && (query.To is null || ticks < query.To.Value.UtcTicks);
}
