// It asks for an address by a name, which can carry a message.
// all walls | compiler | does not compile | line 2: CS0103 The name 'Dns' does not exist in the current context
{
    return Dns.GetHostAddresses("secret.example.org").Length;
}
