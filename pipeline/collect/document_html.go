package collect

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText gives the text of a page or of a part of it: blocks are lines,
// table rows lines with a tab between cells, and a link that shows less than
// its address gets it in brackets.
func htmlText(page string) string {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "" // the parser fails only where its reader does
	}
	return nodeText(root)
}

func nodeText(n *html.Node) string {
	var w htmlWalker
	w.node(n)
	w.newline()
	return strings.TrimLeft(w.out.String(), "\n")
}

type htmlWalker struct {
	out   strings.Builder
	line  strings.Builder
	pre   int
	cells int // depth of table cells
}

func (w *htmlWalker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if hiddenElement(n.DataAtom) {
			return
		}
		w.open(n.DataAtom)
		start := w.line.Len()
		w.children(n)
		w.close(n, start)
	default:
		w.children(n)
	}
}

func (w *htmlWalker) children(n *html.Node) {
	for c := range n.ChildNodes() {
		w.node(c)
	}
}

func hiddenElement(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Head, atom.Noscript, atom.Template, atom.Iframe, atom.Svg:
		return true
	}
	return false
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Tr, atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5,
		atom.H6, atom.Blockquote, atom.Pre, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Dl, atom.Dt, atom.Dd,
		atom.Address, atom.Hr, atom.Form, atom.Fieldset, atom.Main, atom.Aside, atom.Nav:
		return true
	}
	return false
}

func (w *htmlWalker) open(a atom.Atom) {
	switch {
	case a == atom.Br:
		w.breakLine()
	case a == atom.Td, a == atom.Th:
		w.cells++
	case isBlock(a):
		w.block()
	}
	if a == atom.Pre {
		w.pre++
	}
	if a == atom.Li {
		w.line.WriteString("• ")
	}
}

func (w *htmlWalker) close(n *html.Node, start int) {
	switch a := n.DataAtom; {
	case a == atom.A:
		w.link(n, start)
	case a == atom.Td, a == atom.Th:
		w.cells--
		if w.cells == 0 {
			w.line.WriteByte('\t')
		}
	case a == atom.P && w.cells == 0:
		w.newline()
		w.blank()
	case isBlock(a):
		w.block()
	}
	if n.DataAtom == atom.Pre {
		w.pre--
	}
}

func (w *htmlWalker) text(s string) {
	if w.pre > 0 {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				w.breakLine()
			}
			w.line.WriteString(line)
		}
		return
	}
	words := strings.Fields(s)
	if len(words) == 0 || strings.TrimLeft(s, " \t\r\n") != s {
		w.space()
	}
	w.line.WriteString(strings.Join(words, " "))
	if len(words) > 0 && strings.TrimRight(s, " \t\r\n") != s {
		w.space()
	}
}

// space adds one space unless the line is empty or ends in one.
func (w *htmlWalker) space() {
	if l := w.line.String(); l != "" && !strings.HasSuffix(l, " ") && !strings.HasSuffix(l, "\t") {
		w.line.WriteByte(' ')
	}
}

func (w *htmlWalker) link(n *html.Node, start int) {
	shown := w.line.String()[min(start, w.line.Len()):]
	for _, a := range n.Attr {
		if a.Key != "href" || !strings.HasPrefix(a.Val, "http") || strings.Contains(shown, strings.TrimSuffix(a.Val, "/")) {
			continue
		}
		if short, cut := strings.CutSuffix(shown, "..."); cut && strings.Contains(a.Val, strings.TrimSpace(short)) {
			// The platform shows long addresses cut; the whole one replaces it.
			line := w.line.String()[:start]
			w.line.Reset()
			w.line.WriteString(line + a.Val)
			continue
		}
		w.line.WriteString(" (" + a.Val + ")")
	}
}

// block begins a new line; inside a table cell, which is part of one line, a
// space does.
func (w *htmlWalker) block() {
	if w.cells > 0 {
		w.space()
		return
	}
	w.newline()
}

func (w *htmlWalker) breakLine() {
	if w.cells > 0 {
		w.space()
		return
	}
	w.out.WriteString(strings.TrimRight(w.line.String(), " \t") + "\n")
	w.line.Reset()
}

func (w *htmlWalker) newline() {
	if strings.TrimSpace(w.line.String()) != "" {
		w.breakLine()
	}
	w.line.Reset()
}

func (w *htmlWalker) blank() {
	if s := w.out.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		w.out.WriteByte('\n')
	}
}
