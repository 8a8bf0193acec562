"""Every Vietnamese word that pages, commands and errors say, one module per part of the product."""
