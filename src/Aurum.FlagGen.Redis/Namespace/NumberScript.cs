namespace Aurum.FlagGen.Redis;

/// <summary>How every script reads numbers out of the store and writes them. Lua's own reading takes fractions, exponents and infinities, and no other reader does.</summary>
internal static class NumberScript
{
    /// <summary>
    /// The largest number that is read out of the store; Lua counts exactly up to ten times as far. A flag's version
    /// begins anew at 1 behind it.
    /// </summary>
    public const long Max = 900_000_000_000_000;

    public const string Text = """
        local max_number = 900000000000000
        local function number(text)
          if type(text) ~= 'string' or #text > 15 or not string.find(text, '^%d+$') then return nil end
          local value = tonumber(text)
          return value <= max_number and value or nil
        end
        local function bounded(value) return value >= 1 and value <= max_number and value or 1 end
        local function text(number) return string.format('%.0f', number) end

        """;
}
