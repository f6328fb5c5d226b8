// The lexer itself reads the conditions of the preprocessor, one inside the other.
// all walls | token scan | does not compile | line 4: CS1027 #endif directive expected
{
#if «( × 7500»
    return number;
}
