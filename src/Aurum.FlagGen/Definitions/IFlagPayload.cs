using System.Text.Json;

namespace Aurum.FlagGen;

/// <summary>A type that was generated from an object flag's <c>payload_schema</c>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IFlagPayload<TSelf>
    where TSelf : class, IFlagPayload<TSelf>
{
    /// <summary>Reads the type from a JSON object. Members that the schema does not know are passed over; a missing one, or one of another kind, gets its type's default.</summary>
    /// <param name="element">The JSON object.</param>
    static abstract TSelf Read(JsonElement element);
}
