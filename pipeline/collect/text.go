package collect

import (
	"bytes"
	"encoding/binary"
	"net/http"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// decodeText returns the text of a file as UTF-8, and a note where bytes had
// to be guessed or replaced. The whole text decides, not its first kilobyte: a
// file without one valid multi-byte sequence is taken as Windows-1252, one
// with some keeps them and loses the rest.
func decodeText(data []byte) (text, note string) {
	if t, ok := decodeUTF16(data); ok {
		return t, ""
	}
	if utf8.Valid(data) {
		return string(data), ""
	}
	if !hasMultibyte(data) {
		// Every byte has a meaning in the decoder, which therefore never fails.
		t, _ := charmap.Windows1252.NewDecoder().Bytes(data)
		return string(t), "not UTF-8, read as Windows-1252"
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), "bytes that are not UTF-8 were replaced"
}

func decodeUTF16(data []byte) (string, bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		return "", false
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return string(utf16.Decode(units)), true
}

func hasMultibyte(data []byte) bool {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if size > 1 && r != utf8.RuneError {
			return true
		}
		data = data[size:]
	}
	return false
}

// isBinary tells data that is no text: it has the signature of another format
// or more than one control character in a hundred.
func isBinary(data []byte) bool {
	if _, ok := decodeUTF16(data); ok {
		return false
	}
	kind := http.DetectContentType(data)
	if !strings.HasPrefix(kind, "text/") && kind != "application/octet-stream" {
		return true
	}
	controls := 0
	for _, c := range data {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			controls++
		}
	}
	return controls*100 > len(data)
}

// cleanText puts text in the one form that is stored: NFC, lines that end in
// LF, no byte order marks and no control characters but tab, LF and form feed.
func cleanText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\u2028', r == '\u0085':
			return '\n'
		case r == '\ufeff', r < 0x20 && r != '\t' && r != '\n' && r != '\f', r == 0x7f:
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// pageBreaks turns each line that holds only the two characters \f into a form
// feed.
func pageBreaks(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) == `\f` {
			lines[i] = "\f"
		}
	}
	return strings.Join(lines, "\n")
}
