package obtain

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/read"
	"etal/internal/web"
)

// An inquiry is what is known of a work while places are asked for it.
type inquiry struct {
	Client
	ctx      context.Context
	reader   read.Reader
	progress func(Progress)

	wanted   bib.Item
	record   *bib.Item // nil until it is known
	outline  *bib.Item // as little of it as Unpaywall knows, nil if nothing
	requests int       // so far
	asked    []string  // by request
	refusals refusals
	notices  []string
}

func newInquiry(ctx context.Context, c Client, wanted bib.Item, reader read.Reader, progress func(Progress)) *inquiry {
	if progress == nil {
		progress = func(Progress) {}
	}
	return &inquiry{Client: c, ctx: ctx, wanted: wanted, reader: reader, progress: progress}
}

// run asks places until one has the work, and returns that, or else the record.
func (q *inquiry) run(places []identify.Place) (Work, error) {
	for len(places) > 0 && q.requests < identify.MaxAsked {
		p := places[0]
		places = places[1:]
		if p.Answer == identify.Record && q.record != nil || slices.Contains(q.asked, request(p)) {
			continue
		}
		page, err := q.ask(p)
		if q.ctx.Err() != nil {
			return Work{}, context.Cause(q.ctx)
		}
		var more []identify.Place
		has := false
		if err == nil {
			has, more, err = q.learn(p, page)
		}
		switch {
		case err != nil:
			q.refusals = append(q.refusals, refusal{p, err})
		case has:
			return q.complete(p, Work{Data: page.Data, Type: page.Type, URL: page.URL}, places)
		}
		places = append(more, places...)
	}
	if q.record = cmp.Or(q.record, q.outline); q.record == nil {
		return Work{}, q.refusals
	}
	return Work{Record: *q.record, Notices: append(q.notices, q.refusals.closed())}, nil
}

// request tells a request from others: a DOI leads to a page, and to a record by its media type.
func request(p identify.Place) string { return p.Accept + " " + p.URL }

// ask fetches the answer of a place. It asks once more where that asks for a short pause.
func (q *inquiry) ask(p identify.Place) (page web.Page, err error) {
	at, err := web.Parse(p.URL)
	if err != nil {
		return page, err
	}
	q.asked = append(q.asked, request(p))
	q.progress(Progress{Asked: p.Name})
	for again := false; ; again = true {
		q.requests++
		page, err = q.Web.Fetch(q.ctx, web.Request{URL: at, Accept: p.Accept, Linked: true}, func(n int64) { q.progress(Progress{p.Name, n}) })
		var status web.StatusError
		pauses := errors.As(err, &status) && status.After > 0 && status.After <= web.MaxPause
		if !pauses || again || q.requests == identify.MaxAsked {
			return page, err
		}
	}
}

// learn takes what an answer tells. It reports whether that is the work, and returns places that come before
// the others.
func (q *inquiry) learn(p identify.Place, page web.Page) (has bool, more []identify.Place, err error) {
	switch p.Answer {
	case identify.Record:
		item, err := identify.ReadRecord(page.Data)
		if err == nil {
			q.record = &item
		}
		return false, nil, err
	case identify.Found:
		more, err = q.found(page.Data)
		return false, more, err
	case identify.Copy:
		at, item, err := identify.ReadCopy(page.Data)
		if err == nil && item.Title != "" {
			q.outline = &item
		}
		if u, invalid := web.Parse(at); invalid == nil {
			more = []identify.Place{{Name: u.Hostname(), URL: at, Answer: identify.OpenCopy}}
		}
		return false, more, err
	}
	return true, nil, q.judge(p, page)
}

// found takes what Europe PMC knows of the work.
func (q *inquiry) found(data []byte) (more []identify.Place, err error) {
	hits, err := identify.ReadFound(data)
	if err != nil {
		return nil, err
	}
	ids := identify.Of(q.wanted)
	hit, ok := identify.Identified(hits, ids)
	if len(ids) == 0 {
		if hit, ok = identify.Agreeing(hits, q.wanted); !ok {
			return nil, says("does not know exactly one such work")
		}
		q.notices = append(q.notices, "found at "+identify.EuropePMCName+" by title, year and first author")
	}
	if !ok {
		return nil, errMissing
	}
	q.record = &hit.Item
	if hit.Open {
		more = append(more, q.Directory.FullText(hit.Item.PMCID))
	}
	hasDOI := slices.ContainsFunc(ids, func(id identify.ID) bool { return id.Kind == identify.DOI })
	for _, id := range identify.Of(hit.Item) {
		if id.Kind == identify.DOI && !hasDOI {
			more = append(more, q.Directory.Publisher(id)...)
		}
	}
	return more, nil
}

// complete returns a work that a place has, with what is known of it. The record is asked for where the work does
// not tell its title and authors.
func (q *inquiry) complete(p identify.Place, w Work, places []identify.Place) (Work, error) {
	i := slices.IndexFunc(places, func(p identify.Place) bool { return p.Answer == identify.Record })
	if q.record = cmp.Or(q.record, q.outline); q.record == nil {
		q.record = q.own(w)
		w.own = true
	}
	if i >= 0 && q.record == nil && q.requests < identify.MaxAsked {
		if page, err := q.ask(places[i]); err == nil {
			_, _, err = q.learn(places[i], page) // without its record the work is read all the same
			w.own = err != nil
		}
		if q.ctx.Err() != nil {
			return Work{}, context.Cause(q.ctx)
		}
	}
	w.Record = q.wanted
	if q.record != nil {
		w.Record = identified(*q.record, q.wanted)
	}
	switch p.Answer {
	case identify.PDF:
		if why, ok := q.refusals.of(identify.ArXivName); ok {
			q.notices = append(q.notices, identify.ArXivName+" "+why+"; the PDF was opened")
		}
	case identify.OpenCopy:
		q.notices = append(q.notices, "an open copy at "+p.Name+" was opened")
	}
	w.Notices = q.notices
	return w, nil
}

// own returns what a work tells of itself, nil if that is not its title and authors. Identifiers that a page claims to
// have are not believed: it would be kept as that work, and opened in its place.
func (q *inquiry) own(w Work) *bib.Item {
	if isPDF(w.Data) {
		return nil // its pages only show how they are printed
	}
	a, err := q.read(web.Page{Data: w.Data, Type: w.Type, URL: w.URL})
	if err != nil || a.Title == a.ID || len(a.Authors) == 0 {
		return nil
	}
	item := a.Item()
	return &bib.Item{Type: item.Type, Title: item.Title, Author: item.Author, Issued: item.Issued}
}

// identified returns a record with the identifiers that a work was wanted by, as far as it has none of the kind.
func identified(record, wanted bib.Item) bib.Item {
	record.DOI = cmp.Or(record.DOI, wanted.DOI)
	record.Number = cmp.Or(record.Number, wanted.Number)
	record.PMID = cmp.Or(record.PMID, wanted.PMID)
	record.PMCID = cmp.Or(record.PMCID, wanted.PMCID)
	record.URL = cmp.Or(record.URL, wanted.URL)
	return record
}
